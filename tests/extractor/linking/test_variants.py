"""When two names of works in one article are one work's."""

from __future__ import annotations

import pytest

from kg.extractor.linking.variants import is_same_work


@pytest.mark.parametrize(
    ("name", "longer"),
    [
        ("“慧眼”", "绵阳“慧眼”平台"),
        ("“涪江易办”项目", "“涪江易办”服务平台"),
        ("“涪江易办”项目", "绵阳市“涪江易办”平台"),
        ("涪江健康谷", "涪江智慧健康谷"),
        ("云岭南区光伏电站", "云岭南区分布式光伏电站"),
        ("云岭智慧停车场", "云岭5G智慧停车场"),
        ("云岭数字文化创新基地", "西南科技大学云岭数字文化创新基地"),
    ],
)
def test_wordings_of_one_name(name: str, longer: str) -> None:
    assert is_same_work(name, longer, "")


@pytest.mark.parametrize(
    ("name", "longer", "places"),
    [
        ("“涪江易办”平台", "“涪江易学”平台", ""),
        ("江油“城市大脑”平台", "三台“城市大脑”平台", ""),
        ("“涪江杯”创业大赛", "第三届“涪江杯”创业大赛", ""),
        ("“涪江易办”服务大厅", "“涪江易办”大数据中心", ""),
        ("云岭光伏电站", "云岭二号光伏电站", ""),
        ("云岭产业园", "云岭东区产业园", ""),
        ("绵阳市产业园", "绵阳市智能制造产业园", "绵阳市"),
        ("涪江数据中心", "涪江大桥", ""),
    ],
)
def test_two_works(name: str, longer: str, places: str) -> None:
    assert not is_same_work(name, longer, places)
