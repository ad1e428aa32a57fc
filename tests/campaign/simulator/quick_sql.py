"""Peewee spells out the name of each column anew for each query: a third of the simulator's time."""

from typing import Any

import peewee as pw


def spell_quickly() -> None:
    """In this process plain columns are named in one step; the SQL is the same."""
    library: Any = pw
    slow = library.Column.__sql__

    def column(self: Any, context: Any) -> Any:
        if context.state.scope == library.SCOPE_VALUES:
            return context.literal(f'"{self.name}"')
        source = self.source
        if type(source) is not library.Table:
            return slow(self, context)
        if source._alias:
            context.alias_manager[source] = source._alias
        return context.literal(f'"{context.alias_manager[source]}"."{self.name}"')

    def field(self: Any, context: Any) -> Any:
        return self.column.__sql__(context)

    library.Column.__sql__ = column
    library.Field.__sql__ = field
