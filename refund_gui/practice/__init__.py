"""A stand-in i'mport (PortOne V1) for practice and tests: a WSGI app with the documented behaviour.

`app.PracticeApp` is the app, `sample_shop.sample_app` the app with a believable shop in it. `faults.Fault`
says what can be made to go wrong, `server.serve` puts it on a loopback socket. Standard library only.
"""
