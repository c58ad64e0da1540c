"""Every read of groups. The viewer comes first, always."""
