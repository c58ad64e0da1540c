"""What the routes of each noun are opened with, a module a noun.

Each module holds ``ARGUMENTS_OF``: a route's name, and a function of the world and a
side that makes a record there and gives the parts of the address. ``NARROWER``, where a
module has it, names the routes whose own rules let in fewer people than their door, each
with its reason: for these the walk only asks that nobody gets in whom the door keeps out.
"""
