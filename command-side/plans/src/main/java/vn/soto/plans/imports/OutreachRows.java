package vn.soto.plans.imports;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.outreach.OutreachChannel;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.outreach.OutreachCommand.RecordOutreach;
import vn.soto.plans.Step;
import vn.soto.plans.imports.lookup.EnumSynonyms;
import vn.soto.plans.imports.lookup.Lookup;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex;

/** Rows of outreach that took place, each identified by its team, place and day, and by what it was about. */
final class OutreachRows implements RowReader {

    private final UnitAndTeamIndex.Known known;
    private final Lookup<UnitId> units;
    private final Lookup<TeamId> teams;
    private final Map<String, Integer> rows = new HashMap<>();

    OutreachRows(UnitAndTeamIndex.Known known) {
        this.known = known;
        this.units = new Lookup<>(known.units(), "unit", true);
        this.teams = new Lookup<>(known.teams(), "team", false);
    }

    @Override
    public List<Step> steps(Cells row) {
        Optional<TeamId> team =
                row.tried(() -> teams.find("team", row.text("team"), "").id());
        Optional<UnitId> unit = row.tried(() ->
                units.find("unit", row.text("unit"), row.optional("commune")).id());
        Optional<List<ServiceCategory>> topics = row.choices("topics", EnumSynonyms.SERVICE_GROUPS);
        Optional<OutreachChannel> channel = row.tried(() -> row.choice("channel", EnumSynonyms.OUTREACH_CHANNELS));
        Optional<Holding> holding = holding(row, team);
        if (team.isEmpty() || unit.isEmpty() || topics.isEmpty() || channel.isEmpty() || holding.isEmpty()) {
            return List.of();
        }
        String content =
                String.join("\n", team.get().value(), holding.get().heldOn().toString()) + topics.get() + channel.get();
        return row.repeats(rows, unit.get() + content, "date")
                ? List.of()
                : List.of(new Step.Ready(
                        row.row(),
                        new RecordOutreach(
                                new OutreachId(known.id(unit.get().value(), "outreach", content)),
                                team.get(),
                                unit.get(),
                                topics.get(),
                                channel.get(),
                                holding.get())));
    }

    private Optional<Holding> holding(Cells row, Optional<TeamId> team) {
        Optional<LocalDate> day = row.tried(() -> row.day("date"));
        Optional<Integer> people = row.tried(() -> row.count("attendance"));
        Optional<CountBasis> basis = row.has("basis")
                ? row.tried(() -> row.choice("basis", EnumSynonyms.COUNTS))
                : Optional.of(CountBasis.COUNTED_LIST);
        Optional<List<MemberId>> holders =
                row.each("holders", item -> row.member("holders", item, team, known.members()));
        return day.isEmpty() || people.isEmpty() || basis.isEmpty() || holders.isEmpty()
                ? Optional.empty()
                : Optional.of(new Holding(day.get(), people.get(), basis.get(), holders.get()));
    }
}
