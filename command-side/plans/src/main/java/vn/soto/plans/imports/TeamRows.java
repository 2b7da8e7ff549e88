package vn.soto.plans.imports;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.TextFolding;
import vn.soto.domain.team.TeamCommand.FormTeam;
import vn.soto.plans.Step;
import vn.soto.plans.imports.lookup.EnumSynonyms;
import vn.soto.plans.imports.lookup.Lookup;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex;

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
        Optional<String> name = row.tried(() -> row.text("name"));
        Optional<Instrument> decision = row.instrument();
        Optional<List<UnitId>> coverage = row.each(
                "coverage",
                unit -> row.tried(() -> units.find("coverage", unit, "").id()));
        Optional<TeamId> given = row.has("team") ? row.tried(() -> row.id("team", TeamId::new)) : Optional.empty();
        Optional<TeamId> team = row.has("team") || name.isEmpty() || decision.isEmpty() || coverage.isEmpty()
                ? given
                : Optional.of(id(name.get(), decision.get(), coverage.get()));
        Optional<List<FoundingMember>> members = row.each("members", item -> founder(row, team, item));
        Optional<MemberId> leader = row.member("leader", team, known.members());
        Optional<LocalDate> from = row.tried(() -> row.day("effective_from"));
        boolean repeats = team.isPresent() && row.repeats(rows, team.get(), "team");
        if (repeats
                || team.isEmpty()
                || name.isEmpty()
                || decision.isEmpty()
                || coverage.isEmpty()
                || members.isEmpty()
                || leader.isEmpty()
                || from.isEmpty()) {
            row.check("name", name, FreeText::checkName);
            return List.of();
        }
        return List.of(new Step.Ready(
                row.row(),
                new FormTeam(
                        team.get(),
                        name.get(),
                        decision.get(),
                        coverage.get(),
                        members.get(),
                        leader.get(),
                        from.get())));
    }

    /** The team of this name and decision, if the ledger has it from elsewhere. */
    private TeamId id(String name, Instrument decision, List<UnitId> coverage) {
        return known.team(name, decision, coverage)
                .orElseGet(() -> new TeamId(known.id(
                        coverage.getFirst().value(),
                        decision.number(),
                        decision.signedOn().toString(),
                        TextFolding.exact(name))));
    }

    private Optional<FoundingMember> founder(Cells row, Optional<TeamId> team, String item) {
        String[] parts = MEMBER.split(item, 2);
        Optional<MemberId> member = row.member("members", parts[0], team, known.members());
        Optional<MemberOrigin> organisation = parts.length == 1
                ? Optional.of(MemberOrigin.OTHER)
                : row.tried(() -> Cells.choice("members", parts[1], EnumSynonyms.ORGANISATIONS));
        return member.flatMap(id -> organisation.map(of -> new FoundingMember(id, of)));
    }
}
