"""One page each: meetings, agendas, attendance, minutes, decisions, votes."""
