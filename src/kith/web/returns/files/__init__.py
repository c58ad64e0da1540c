"""Files of a return: a spreadsheet read as figures, and the folder that the engine reads."""
