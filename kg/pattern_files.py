"""The files of `seeds/patterns/`: the headings that each must have, and what must stand below them."""

from __future__ import annotations

from typing import Any, Final

from kg import yaml_data
from kg.mistakes import Shape, check_shape

# By file its headings; one below another stands behind a dot, and * is any heading, @ any class of the ontology. Below
# each is a list of words, with = a text, with # a whole number, with % a share, with [] a list of mappings, which its
# reader looks at.
_HEADINGS: Final = {
    "acting": """
        heads facilities agencies houses titles verbs""",
    "amounts": """
        cost raised spent sum_before sum_behind
        joined_sums round own_sum and_more""",
    "anaphora": """
        pointing nouns.Project nouns.@ not_before bare_nouns.Firm bare_nouns.@ any_name houses only_ones.@
        other_ends.* before_place behind_place behind_doer openers then no_measure speaking advisers unnamed=
        banks own not_own_before saying before_saying""",
    "awards": """
        sure_verbs granted surely_granted wide_heads handed_over papers skip heads vague after is level status_heads
        lists issued out on_it dates rankings ranked certificates norms hoped firm_statuses granted_by tokens bearing
        titles examined trials named_one_by_one of_firms of_people""",
    "bodies": """
        parties opening_committees place_heads.@ place_heads_not_before behind.places.@ behind.bodies.@
        behind.countries behind.never behind.not_before concerns members""",
    "brands": """
        after.title after.offer after.listed after.subject before.partner before.owned before.kind
        facing binding before_binding then endings endings_of_coined endings_often of_trade never common_ends
        parts not_in_china no_group no_group_before funds openers inside_never joining not_introduced""",
    "clauses": """
        reporting joining adjectives_too first_item next_items first_item_marked next_items_marked adverbial
        attributive events some partners_of branches bodies joined belonging verbs_too settling
        next_partner leading doers agreeing datelines listing placed duties in_regard highest""",
    "common_words": """
        *""",
    "context": """
        *""",
    "documents": """
        heads plans not_heads not_exactly tails generic before after not_before not_after unquoted
        unquoted_begin= given_out given_out_after= before_subtitle""",
    "fields": """
        trades not_trades vague levels too_wide.all too_wide.firm too_wide.document too_wide.project
        not_behind.* not_before.* shortest.organization# shortest.document# done built_on devoted made_for
        itself furthers turns instruments telling owners list_closers.@ bare_closers closers_not_before between openers
        deeds no_fields stops businesses livings offers trade_deeds nouns goes_on""",
    "firm_names": """
        kinds_of_firm owners closed units.companies units.never arms.trades arms.never arms.investors
        arms.investing hard acting forms""",
    "funded": """
        raised goes_to before heads no_works""",
    "generic": """
        individuating unique generic_modifiers grades ranks counted.many counted.units counted.whole counted.among
        describes= paid= common_trades common_companies anonymous""",
    "goals": """
        become roles behind made_so strategies served furthers deeds general no_strategies widened not_of""",
    "heads": """
        not_before.any not_before.documents not_before.plans not_before.trials not_before.companies no_heads""",
    "hopes": """
        hope goes_on of_both with_somebody together""",
    "labels": """
        before own roles passed_on papers sections sites meta.title meta.publisher meta.site meta.date site_ends
        more_site_ends no_titles not_behind fields.title fields.subject fields.date
        fields.publisher fields.author fields.url fields.site fields.text fields.aside""",
    "lists": """
        hypernyms together landings adverbs acting firms no_firms_before staff fields other_houses common_ends
        works works_counted works_not_before bodies no_syllables""",
    "made": """
        verbs heads first first_heads individuating together done no_beginnings""",
    "measurements": """
        opening than at_first now lately areas circumstances meant_for in_total investments pieces
        counting_works compared_with ready wholly before_ready adverbs inner reached change more compared
        light verbs before_done_for done_for manner may often gerunds barred_verbs serving pointless many.*=
        heads totals rates whole elliptic works modifiers set_aside held_against wholes sums durations means
        reaches holding stakes gains empty giving causing sending project_heads project_sizes one_word
        registered name_measures.年产= name_measures.装机= name_measures.*= plants system_measures systems results
        not_national wider market_wide earned over_time bare firm_results of_main foreign asides of_people
        own_parts own_goods phases foreign_own foreign_of_place reporting saying title_ends passing_on
        own_papers scoped scopes sized of_place of_place_units general introduced whereabouts oblique being
        part_of strangers placed sources nameless firm_words passing not_subject barred barred_before unsure
        barred_units issued raised target market market_clause loose_units attribute_units doing having
        never_in_measure in_measure hanging not_in_noun of_home""",
    "names": """
        glued stop_words soft_verbs organisation_verbs project_stops no_titles fixed works work_houses paired_deeds
        inner_verbs scheme_verbs joint_anchors joint_ends list_deeds size_units output_units worldwide partners=
        of_china of_all waters sites built_there introduces= aside lost_beginnings
        impossible_inside classifiers in_names lasting no_verbs no_openers""",
    "noise": """
        define.*= elements= imprint.source= imprint.reporters= imprint.paper= imprint.dateline= imprint.sited=
        imprint.rest= dump.text= dump.source= dump.agency= dump.original= titles.unfinished= titles.byline= prose=
        no_paper= rules[]""",
    "owners": """
        wholes.* parts.unit parts.institute parts.clinic parts.bureau parts.station parts.company no_parts goes_on
        legal_form= project_parts to_come hardly_run hosted""",
    "people": """
        prefixes not_roles group_roles not_after_title team_titles teams title_joints filled_by followers
        houses_like_names done_for_others sounds= not_names appoint held_before held before_office= appointing
        pronouns= doubtful_surnames place_offices never_surnames honorifics past then not_past= coming level=
        councils= towns= titles_of_bodies members ranks not_of_places units.Institution units.@ departments
        parts_by_place units_of_bodies seats_of_places committees_of_places bodies not_in_units vague_units
        institutes stand_ins.@ pointing bare_titles.@ sponsors open_heads.@ firm_titles zone_titles zone_heads
        regions before_bodies never_bodies common_leads not_in_bodies
        to_office before_verb once to_come""",
    "places": """
        governments committees single_after own own_not_before seats seats_of_place levels.* last_named.* sent=
        named_after houses_abroad waters landscapes lands_of_guests of_guests no_site of_houses provinces of_expatriates
        towns.heads towns.behind_places towns.bare_before towns.not_before towns.no_characters towns.not_in_bare
        towns.seats towns.cut_anyhow towns.no_names behind_dateline""",
    "products": """
        kinds never not_before not_near called portable
        english""",
    "qualifiers": """
        disposal will hopes decides when terms by_terms planned planned_before called_for underway going_on
        started contracted standing signed_among expected compared done completed completing_verb denied
        denied_inside unreal supposed_before begun come_later held signed due_after dropped_after made listed
        negotiating kept_up talked_over agreed same_event same_thing of_one_day of_life founded_before
        founded_behind year_before year_before_all undated of_quarter now told_by_paper lately background
        occasion agreement ought urged urging told carries_on plans_on reported demand in_passing creating
        unmade_before dropped_before dropped_alone unmade_behind""",
    "quoted": """
        nouns_before made rating goal_ends slogan_ends before_heads heads campaigns lasting undertaken lasting_done
        seasons lasting_verbs lasting_not_before chained called_before short_before called called_firm name_ends
        no_names firm_before made_by""",
    "rules": """
        *.looks_at.zh= *.looks_at.en= *.made_in= *.confidence.*%""",
    "script": """
        traditional= kept= regional.*=""",
    "short_names": """
        defining= trades legal_form= suffixes operators= registered= offices_of= endings.*= granted telling.@#
        everybodys nationwide signs_of_terms nature loose_kinds pointing tell_apart""",
    "times": """
        relative_days.*# relative_months.*# relative_years.*# anaphoric_days.*# anaphoric_years.*#
        anaphoric_not_before.* year_ends year_parts month_parts halves.*# plans.*# fiscal not_times reports.*#
        bare.year_ends bare.year_parts bare.so_far_not_before bare.not_before bare.not_after bare.day_not_after
        bare.today bare.today_not_after bare.today_not_before year_not_after
        label_not_after before.baseline before.not_baseline before.as_of before.since before.from before.target
        before.to after.baseline after.since after.from after.target after.passed after.not_since
        after.not_target plan_documents plan_first_year plan_last_year plan_span report.directly_after
        report.not_after report.parts_of_day report.before report.learnt""",
    "typography": """
        signs.*= radicals.*= marks.*=""",
    "units": """
        units.* same_unit.*= only_before.* at_the_end only_if_large not_units vague_before round_kinds
        one_counts two_counts currency_before.*= sums persons.* per not_before before_all_the_same phrases
        before.exact before.about before.near before.above before.at_least before.at_most before.below not_hedge
        after.about after.at_least after.at_most unitless not_without_unit""",
    "unlisted_trades": """
        nouns openings vague done no_ends""",
    "words": """
        *""",
}
_KINDS: Final = {"=": "text", "#": "number", "%": "share", "[]": "rows", "": "words"}


def load(name: str) -> dict[str, Any]:
    """The contents of `seeds/patterns/NAME.yaml`, as they stand there.

    Raises LexiconError that names file and line if it is missing, is no YAML, lacks a heading, has one that nothing
    reads, or has something else below one than those need who read it.
    """
    where = f"seeds/patterns/{name}.yaml"
    loaded: dict[str, Any] = yaml_data.load(where)
    check_shape(loaded, shape_of(name), where)
    return loaded


def shape_of(name: str) -> Shape:
    """What is to stand in a file."""
    shape: dict[str, Any] = {}
    for heading in _HEADINGS[name].split():
        path = heading.rstrip("=#%[]")
        *outer, last = path.split(".")
        inner = shape
        for step in outer:
            inner = inner.setdefault(step, {})
        inner[last] = _KINDS[heading.removeprefix(path)]
    return shape
