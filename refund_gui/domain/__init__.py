"""What a refund is: no Qt, no HTTP, no database, standard library only."""
