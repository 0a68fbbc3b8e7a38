"""The rich text editor: a text box over the values of `bidwriter.prose.blocks`."""
