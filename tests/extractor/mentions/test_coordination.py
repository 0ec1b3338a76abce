"""与 and 和 in a name and between two."""

from __future__ import annotations

from tests.extractor.mentions.samples import names, told


def test_a_joint_inside_a_name() -> None:
    assert ("Institution", "兰州大学草地农业与生态研究中心") in told(names("他来自兰州大学草地农业与生态研究中心。"))
    assert ("Project", "洛阳校园安全监管与服务一体化平台") in told(names("启用洛阳校园安全监管与服务一体化平台。"))


def test_a_joint_between_two_names() -> None:
    assert ("Institution", "长安大学研究院") in told(names("兰州大学和长安大学研究院合作。"))
    assert ("Project", "洛阳大数据中心") in told(names("建设洛阳大数据中心和信息服务平台。"))
