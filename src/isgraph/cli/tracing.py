"""Commands that trace how two actors are connected."""
