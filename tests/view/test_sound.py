"""Names by their sound."""

from __future__ import annotations

import pytest

from kg.view.sound import sound


@pytest.mark.parametrize(
    ("name", "heard"),
    [
        ("桂林市", "gui lin shi"),
        ("重庆市", "chong qing shi"),
        ("5G基站", "5g ji zhan"),
        ("华为OpenLab", "hua wei openlab"),
        ("绿色", "lv se"),
        ("Huawei", ""),
        ("", ""),
    ],
)
def test_syllables(name: str, heard: str) -> None:
    assert sound(name) == heard
