// placeholder until the web client is scaffolded
