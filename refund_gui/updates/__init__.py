"""What is published about newer versions: a signed manifest at an https address. Nothing is installed."""
