package vn.soto.domain.stipend;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.access.AccessRule.LEDGER_SAYS_WHO_MAY_APPROVE;
import static vn.soto.domain.stipend.StipendRule.APPROVED_CONTENT_IS_THAT_OF_THE_LATEST_VERSION;
import static vn.soto.domain.stipend.StipendRule.FURTHER_STATEMENT_CHANGES_SOMETHING;
import static vn.soto.domain.stipend.StipendRule.FURTHER_STATEMENT_HAS_A_REASON;
import static vn.soto.domain.stipend.StipendRule.STATEMENT_HAS_A_TEAM;
import static vn.soto.domain.stipend.StipendRule.STATEMENT_HAS_NOT_TOO_MANY_LINES;
import static vn.soto.domain.stipend.StipendRule.STATEMENT_IS_APPROVED_BY_ANOTHER_PERSON;
import static vn.soto.domain.stipend.StipendRule.STATEMENT_IS_APPROVED_ONCE;
import static vn.soto.domain.stipend.StipendRule.STATEMENT_IS_OF_A_COMMUNE;
import static vn.soto.domain.stipend.StipendRule.STATEMENT_IS_OF_A_PERIOD_THAT_HAS_ENDED;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.stipend.StatementStage;
import vn.soto.contracts.stipend.StipendContent;
import vn.soto.contracts.stipend.StipendLine;
import vn.soto.contracts.stipend.StipendPeriod;
import vn.soto.contracts.stipend.StipendStatementEvent;
import vn.soto.contracts.stipend.StipendStatementEvent.StipendStatementApproved;
import vn.soto.contracts.stipend.StipendStatementEvent.StipendStatementComputed;
import vn.soto.contracts.stipend.StipendStatementId;
import vn.soto.contracts.stipend.StipendTeam;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.access.GrantedRights;
import vn.soto.domain.access.PasswordProof;
import vn.soto.domain.shared.CommandMetadata;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.shared.ReportFigures;
import vn.soto.domain.shared.ReportFigures.Pin;
import vn.soto.domain.stipend.StipendStatementCommand.ApproveStipendStatement;
import vn.soto.domain.stipend.StipendStatementCommand.ComputeStipendStatement;
import vn.soto.domain.team.MemberTeams;
import vn.soto.domain.unit.Unit;

/**
 * The stipends of a commune's teams for a month or quarter, in versions. A version pins the commit from which it was
 * computed, and another person approves it by its content. A further version replaces it and names the difference.
 */
@AggregateRoot(type = "stipend-statement")
public final class StipendStatement {

    private static final int MOST_LINES = 3_000;

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private StipendStatementId id;

    /** Absent before the first version. */
    private @Nullable StipendStatementComputed latest;

    private boolean approved;

    @SuppressWarnings("NullAway.Init")
    StipendStatement() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(
            ComputeStipendStatement command,
            @MetaDataValue(value = CommandMetadata.ACTOR, required = true) String actor,
            ReadOnlyAggregates consulted,
            ReportFigures figures,
            StipendRecords records,
            MemberTeams memberTeams,
            Clock clock) {
        checkReason(command.reason());
        checkSubject(command.unit(), command.period(), consulted, VietnamTime.day(clock.instant()));
        ComputedFrom computed = computed(command, consulted, figures, records, memberTeams);
        StipendContent content = computed.content;
        STATEMENT_HAS_NOT_TOO_MANY_LINES.require(content.lines().size() <= MOST_LINES, MOST_LINES);
        apply(new StipendStatementComputed(
                command.unit(),
                command.period(),
                version() + 1,
                amended(content),
                computed.pin.number(),
                computed.pin.chain(),
                actor));
    }

    /** @param pin last commit that counts */
    private record ComputedFrom(Pin pin, StipendContent content) {}

    /**
     * Computes once more if commits came meanwhile. The aggregates consulted the first time cannot change until this
     * commit, so all of them lie before the second pin. A reader of the ledger up to there computes the same.
     */
    private static ComputedFrom computed(
            ComputeStipendStatement command,
            ReadOnlyAggregates consulted,
            ReportFigures figures,
            StipendRecords records,
            MemberTeams memberTeams) {
        ComputedFrom first = computedOnce(command, consulted, figures, records, memberTeams);
        return figures.pin().equals(first.pin)
                ? first
                : computedOnce(command, consulted, figures, records, memberTeams);
    }

    private static ComputedFrom computedOnce(
            ComputeStipendStatement command,
            ReadOnlyAggregates consulted,
            ReportFigures figures,
            StipendRecords records,
            MemberTeams memberTeams) {
        Pin pin = figures.pin();
        StipendSources sources = new StipendSources(command.statement(), consulted, records, memberTeams, pin.number());
        List<StipendTeam> teams = sources.teams(figures.teamsEverIn(command.unit()));
        STATEMENT_HAS_A_TEAM.require(!teams.isEmpty());
        return new ComputedFrom(pin, sources.content(teams));
    }

    private void checkReason(@Nullable String reason) {
        FURTHER_STATEMENT_HAS_A_REASON.require(latest == null || reason != null, version());
    }

    private static void checkSubject(UnitId unit, StipendPeriod period, ReadOnlyAggregates consulted, LocalDate today) {
        boolean communal = consulted.ask(
                Unit.class,
                unit,
                of -> of.kind().communal() && of.wasThereBetween(period.firstDay(), period.lastDay()));
        STATEMENT_IS_OF_A_COMMUNE.require(communal);
        STATEMENT_IS_OF_A_PERIOD_THAT_HAS_ENDED.require(today.isAfter(period.lastDay()), period.lastDay());
    }

    private StipendContent amended(StipendContent content) {
        if (latest == null) {
            return content;
        }
        FURTHER_STATEMENT_CHANGES_SOMETHING.require(!content.saysTheSame(latest.content()), latest.version());
        return content.amending(latest.version(), latest.content());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(
            ApproveStipendStatement command,
            @MetaDataValue(value = CommandMetadata.ACTOR, required = true) String actor,
            @MetaDataValue(CommandMetadata.PROVEN) @Nullable Instant proven,
            GrantedRights rights,
            Clock clock) {
        StipendStatementComputed version = latest;
        if (version == null || !version.hash().equals(command.content())) {
            throw APPROVED_CONTENT_IS_THAT_OF_THE_LATEST_VERSION.refused(
                    version(), version == null ? "" : version.hash());
        }
        STATEMENT_IS_APPROVED_ONCE.require(stage().isUnapproved(), version());
        LEDGER_SAYS_WHO_MAY_APPROVE.require(rights.areInForce());
        STATEMENT_IS_APPROVED_BY_ANOTHER_PERSON.require(rights.areTwoSince(
                actor,
                version.by(),
                new StipendStatementId(command.unit(), command.period()).toString(),
                StipendStatementComputed.class,
                clock.instant()));
        PasswordProof.require(proven, clock.instant());
        apply(new StipendStatementApproved(command.unit(), command.period(), version.version(), version.hash(), actor));
    }

    private StatementStage stage() {
        return new StatementStage(latest != null, approved);
    }

    private int version() {
        return latest == null ? 0 : latest.version();
    }

    /** The lines of its latest version. */
    List<StipendLine> lines() {
        return latest == null ? List.of() : latest.content().lines();
    }

    @EventHandler
    void evolve(StipendStatementEvent event) {
        id = new StipendStatementId(event.unit(), event.period());
        switch (event) {
            case StipendStatementComputed computed -> {
                latest = computed;
                approved = false;
            }
            case StipendStatementApproved _ -> approved = true;
        }
    }
}
