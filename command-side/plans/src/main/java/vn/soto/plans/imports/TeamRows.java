package vn.soto.plans.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.TextFolding;
import vn.soto.domain.team.TeamCommand.FormTeam;
import vn.soto.plans.Step;
import vn.soto.plans.imports.lookup.EnumSynonyms;
import vn.soto.plans.imports.lookup.Lookup;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex;
import vn.soto.plans.imports.table.InvalidCellException;

/** Rows of teams, each with its founding members as {@code code: organisation; code: organisation}. */
final class TeamRows implements RowReader {

    private static final Pattern MEMBER = Pattern.compile("\\s*[:=]\\s*");

    private final UnitAndTeamIndex.Known known;
    private final Lookup<UnitId> units;
    private final Map<TeamId, Integer> rows = new HashMap<>();

    TeamRows(UnitAndTeamIndex.Known known) {
        this.known = known;
        this.units = new Lookup<>(known.units(), "unit", true);
    }

    @Override
    public List<Step> steps(Cells row) {
        String name = row.text("name");
        Instrument decision = row.instrument();
        List<UnitId> coverage = row.items("coverage").stream()
                .map(unit -> units.find("coverage", unit, "").id())
                .toList();
        TeamId team = row.has("team")
                ? row.id("team", TeamId::new)
                : new TeamId(known.id(
                        coverage.getFirst().value(),
                        decision.number(),
                        decision.signedOn().toString(),
                        TextFolding.exact(name)));
        FormTeam command = new FormTeam(
                team,
                name,
                decision,
                coverage,
                members(row, team),
                member("leader", team, row.text("leader")),
                row.day("effective_from"));
        Integer before = rows.putIfAbsent(team, row.row());
        if (before != null) {
            throw new InvalidCellException("team", "row-repeats-row", null, before);
        }
        return List.of(new Step.Ready(row.row(), command));
    }

    private List<FoundingMember> members(Cells row, TeamId team) {
        List<FoundingMember> members = new ArrayList<>();
        for (String item : row.items("members")) {
            String[] parts = MEMBER.split(item, 2);
            MemberId member = member("members", team, parts[0]);
            MemberOrigin organisation = parts.length == 1
                    ? MemberOrigin.OTHER
                    : Cells.choice("members", parts[1], EnumSynonyms.ORGANISATIONS);
            members.add(new FoundingMember(member, organisation));
        }
        return members;
    }

    private MemberId member(String column, TeamId team, String code) {
        return known.members().id(column, team, Cells.id(column, code, MemberId::new));
    }
}
