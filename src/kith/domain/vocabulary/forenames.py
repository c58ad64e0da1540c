"""Forenames that are common in England, to notice where a text names somebody.

Not complete, and need not be: two capitals in a row are noticed too. Names that are
also everyday words (Grace, Mark, Will) are left out, or every page would ask.
"""

from __future__ import annotations


FORENAMES = frozenset(
    ["aaliyah", "aaron", "abdul", "abdullah", "abigail", "adam", "ahmed", "aidan", "aisha", "alan", "albert", "alex", "alexander", "alfie", "alice", "alison", "amelia", "amy", "andrew", "angela", "anna", "anne", "anthony", "archie", "arthur", "ava", "ayesha", "barbara", "beatrice", "benjamin", "bethany", "billy", "brian", "callum", "cameron", "caroline", "catherine", "charles", "charlie", "charlotte", "chloe", "christine", "christopher", "claire", "connor", "daisy", "daniel", "darren", "david", "deborah", "dylan", "edward", "eleanor", "elijah", "elizabeth", "ella", "ellie", "emily", "emma", "erin", "ethan", "eva", "evie", "fatima", "finley", "florence", "freddie", "frederick", "freya", "gareth", "gary", "gemma", "george", "georgia", "hannah", "harriet", "harrison", "harry", "hassan", "heather", "helen", "henry", "holly", "ibrahim", "imogen", "isaac", "isabella", "isla", "jack", "jackson", "jacob", "jade", "jake", "james", "jamie", "jane", "jasmine", "jason", "jayden", "jennifer", "jessica", "joanne", "john", "jonathan", "joseph", "joshua", "julia", "julie", "karen", "katherine", "katie", "kayleigh", "kelly", "kevin", "khadija", "kieran", "kyle", "lauren", "layla", "leah", "leon", "lewis", "liam", "lily", "linda", "logan", "louise", "lucas", "lucy", "luke", "maisie", "maria", "martin", "mary", "maryam", "mason", "matilda", "matthew", "megan", "michael", "michelle", "mohammed", "mohamed", "molly", "muhammad", "natasha", "nathan", "nicholas", "nicola", "noah", "oliver", "olivia", "oscar", "owen", "patricia", "patrick", "paul", "peter", "phoebe", "poppy", "rachel", "rebecca", "reece", "reuben", "riley", "robert", "rosie", "ruby", "ryan", "samantha", "samuel", "sarah", "scarlett", "scott", "sean", "sebastian", "shannon", "sharon", "sienna", "simon", "sofia", "sophia", "sophie", "stephen", "steven", "susan", "thomas", "timothy", "toby", "tracey", "tyler", "victoria", "william", "yusuf", "zachary", "zainab", "zara", "zoe"]
)
