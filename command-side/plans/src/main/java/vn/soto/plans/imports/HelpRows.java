package vn.soto.plans.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.shared.WrittenDay;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.plans.Step;
import vn.soto.plans.imports.lookup.EnumSynonyms;
import vn.soto.plans.imports.lookup.HelpLookups;
import vn.soto.plans.imports.lookup.Lookup;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex;
import vn.soto.plans.imports.table.InvalidCellException;

/**
 * Rows of help to households by one member each. The same row is the same record in every file, unless its column {@code again}
 * says that it happened once more.
 */
final class HelpRows implements RowReader {

    /** Unknown households of a file for which similar references are looked for. */
    private static final int MOST_SUGGESTIONS = 50;

    /** Any record of help: rights to it do not depend on what it says. */
    private static final RecordAssistance PROBE = new RecordAssistance(
            new AssistanceId("any"),
            new TeamId("any"),
            new HouseholdId("any"),
            List.of(),
            new AssistanceContent(
                    List.of(ServiceCode.generic(ServiceCategory.OTHER)),
                    Channel.OTHER,
                    Mode.DEMONSTRATED,
                    Instant.EPOCH));

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private final UnitAndTeamIndex.Known known;
    private final HelpLookups help;
    private final Lookup<TeamId> teams;
    private final Map<String, Integer> rows = new HashMap<>();
    private final Set<TeamId> allowed = new HashSet<>();
    private int suggestions;

    HelpRows(UnitAndTeamIndex.Known known) {
        this.known = known;
        this.help = Objects.requireNonNull(known.help());
        this.teams = new Lookup<>(known.teams(), "team", false);
    }

    /** @throws RuleViolatedException if the sender of a file may not record help of the team */
    static void requireRight(CommandSide side, Upload upload, TeamId team) {
        side.planRights().require(upload.actor(), PROBE, new CommandPlace.OfTeam(team));
    }

    /** The stated help of a row whose cells could be read. */
    private record Stated(TeamId team, HouseholdId household, MemberId member, AssistanceContent content) {}

    @Override
    public List<Step> steps(Cells row) {
        Optional<TeamId> team =
                row.tried(() -> teams.find("team", row.text("team"), "").id()).filter(found -> isAllowed(row, found));
        Optional<HouseholdId> household = team.flatMap(of -> household(row, of));
        Optional<MemberId> member = row.member("member", team, known.members());
        Optional<AssistanceContent> content = content(row);
        Optional<ReasonCode> reason =
                row.has("reason") ? row.tried(() -> row.choice("reason", EnumSynonyms.LATE_REASONS)) : Optional.empty();
        if (household.isEmpty() || member.isEmpty() || content.isEmpty() || (row.has("reason") && reason.isEmpty())) {
            return List.of();
        }
        return steps(row, new Stated(team.orElseThrow(), household.get(), member.get(), content.get()), reason);
    }

    private List<Step> steps(Cells row, Stated stated, Optional<ReasonCode> reason) {
        String again = row.has("again") ? "again" : "";
        if (row.repeats(rows, stated + again, "household")) {
            return List.of();
        }
        AssistanceId id =
                new AssistanceId(known.id(stated.household().value(), "assistance", stated.toString(), again));
        return List.of(new Step.Ready(
                row.row(),
                new RecordAssistance(
                        id,
                        stated.team(),
                        stated.household(),
                        null,
                        null,
                        List.of(stated.member()),
                        stated.content(),
                        null,
                        reason.map(ReasonCode::name).orElse(null))));
    }

    private boolean isAllowed(Cells row, TeamId team) {
        if (allowed.contains(team)) {
            return true;
        }
        try {
            help.right().accept(team);
            return allowed.add(team);
        } catch (RuleViolatedException e) {
            row.fault("team", e.rule().name(), e.arguments().toArray());
            return false;
        }
    }

    private Optional<HouseholdId> household(Cells row, TeamId team) {
        return row.tried(() -> {
            String reference = row.text("household");
            try {
                return help.household("household", team, reference, known::household, suggestions < MOST_SUGGESTIONS);
            } catch (InvalidCellException e) {
                suggestions++;
                throw e;
            }
        });
    }

    private Optional<AssistanceContent> content(Cells row) {
        Optional<LocalDate> day = row.tried(() -> row.day("date", text -> WrittenDay.past(text, help.today())));
        Optional<List<ServiceCode>> services = row.tried(() -> services(row, day.orElse(help.today())));
        Optional<Mode> mode = row.tried(() -> row.choice("mode", EnumSynonyms.MODES));
        Optional<Channel> channel = row.tried(() -> row.choice("channel", EnumSynonyms.CHANNELS));
        Optional<LocalDate> followUp = row.has("follow_up")
                ? row.tried(() -> row.day("follow_up", text -> WrittenDay.coming(text, help.today())))
                : Optional.empty();
        Optional<AssistanceOutcome> outcome = outcome(row);
        boolean unread = row.has("follow_up") && followUp.isEmpty();
        return day.isEmpty() || services.isEmpty() || mode.isEmpty() || channel.isEmpty() || outcome.isEmpty() || unread
                ? Optional.empty()
                : Optional.of(new AssistanceContent(
                        services.get(),
                        optional(row, "procedure"),
                        channel.get(),
                        mode.get(),
                        outcome.get(),
                        VietnamTime.start(day.get()),
                        followUp.orElse(null)));
    }

    /** An appointment says that somebody has to come again. */
    private static Optional<AssistanceOutcome> outcome(Cells row) {
        return !row.has("outcome") && row.has("follow_up")
                ? Optional.of(AssistanceOutcome.NEEDS_FOLLOW_UP)
                : row.tried(() -> row.choice("outcome", EnumSynonyms.OUTCOMES));
    }

    /** Services with a comma in their name are read first. */
    private List<ServiceCode> services(Cells row, LocalDate day) {
        List<ServiceCode> services = new ArrayList<>();
        for (String item : row.items("services")) {
            try {
                services.add(help.service("services", item, day));
            } catch (InvalidCellException whole) {
                if (item.indexOf(',') < 0) {
                    throw whole;
                }
                COMMA.splitAsStream(item)
                        .filter(part -> !part.isEmpty())
                        .forEach(part -> services.add(help.service("services", part, day)));
            }
        }
        if (services.isEmpty()) {
            throw new InvalidCellException("services", "cell-missing", null, row.title("services"));
        }
        return services;
    }

    private static @Nullable String optional(Cells row, String column) {
        return row.has(column) ? row.optional(column) : null;
    }
}
