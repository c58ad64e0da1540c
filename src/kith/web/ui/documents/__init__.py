"""One block model, three writers: what is written once reads as HTML, PDF and Word."""
