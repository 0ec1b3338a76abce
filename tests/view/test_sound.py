"""Names by their sound."""

from __future__ import annotations

import pytest

from kg.view.sound import sound, sound_of_parts


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


@pytest.mark.parametrize(
    ("name", "heard"),
    [
        ("桂林华为云", "gui lin  hua wei yun"),
        ("桂林市华为5G中心", "gui lin shi  hua wei  5g zhong xin"),
        ("桂林市经济和信息化委员会", "gui lin shi  jing ji he xin xi hua wei yuan hui"),
        ("桂林市", "gui lin shi"),
        ("华为", "hua wei"),
        ("Huawei", ""),
    ],
)
def test_a_part_begins_where_another_name_ends(name: str, heard: str) -> None:
    assert sound_of_parts(name, {"桂林", "桂林市", "华为"}) == heard
