"""Whom to call: every PG of the list can be looked up by a code of its own."""

from refund_gui.domain.pg_contacts import contact, known_pgs


def test_each_known_pg_has_a_way_to_reach_it() -> None:
    codes = known_pgs()
    assert len(codes) == len(set(codes)) > 10
    for code in codes:
        found = contact(code)
        assert found is not None
        assert found.phone or found.mail
    assert "html5_inicis" in codes
    assert contact("nobody") is None
