"""The upstream API, the only package that knows HTTP. The terminal sees `gateway.Gateway`."""
