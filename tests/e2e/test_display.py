"""The screen that the other tests look at."""

from tests.e2e.display import Screen


def test_the_screen_stays_as_it_is_when_its_last_client_leaves(screen: Screen) -> None:
    """A screen that starts anew then cuts off a program that is just connecting: 1 start in 30 under load."""
    screen.point_at(10, 20)
    assert screen.pointer() == (10, 20)
    assert screen.pointer() == (10, 20)
