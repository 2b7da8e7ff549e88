package vn.soto.domain.audit;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.audit.CallBackSampleRule.ACCOUNT_THAT_RECORDS_A_CALL_BACK_IS_NO_HELPERS;
import static vn.soto.domain.audit.CallBackSampleRule.CALLED_BACK_RECORD_IS_IN_THE_SAMPLE;
import static vn.soto.domain.audit.CallBackSampleRule.CALL_BACK_SAMPLE_HAS_A_USUAL_SIZE;
import static vn.soto.domain.audit.CallBackSampleRule.CALL_BACK_SAMPLE_IS_OF_SOME_BUT_NOT_TOO_MANY_RECORDS;
import static vn.soto.domain.audit.CallBackSampleRule.DETECTOR_IS_NAMED_WITH_VERSION_AND_RECORDS;
import static vn.soto.domain.audit.CallBackSampleRule.NAMED_RECORDS_ARE_NOT_TOO_MANY;
import static vn.soto.domain.audit.CallBackSampleRule.NAMED_RECORD_COUNTS_IN_THE_QUARTER;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.audit.CallBackDraw;
import vn.soto.contracts.audit.CallBackSampleEvent.CallBackAnswered;
import vn.soto.contracts.audit.CallBackSampleEvent.CallBackSampleDrawn;
import vn.soto.contracts.audit.CallBackSampleId;
import vn.soto.contracts.audit.CallBackSelection;
import vn.soto.contracts.audit.FrameRecord;
import vn.soto.contracts.period.DaysOfQuarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.access.GrantedRights;
import vn.soto.domain.assistance.Assistance;
import vn.soto.domain.audit.CallBackSampleCommand.DrawCallBackSample;
import vn.soto.domain.audit.CallBackSampleCommand.RecordCallBack;
import vn.soto.domain.period.Authorities;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.shared.CoWrittenAggregates;
import vn.soto.domain.shared.CommandMetadata;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.shared.ReportFigures;
import vn.soto.domain.shared.ReportFigures.RecordedHelp;
import vn.soto.domain.unit.Unit;

/** Records of help, drawn to be called back about, with what was said. A record that is denied stays until somebody corrects it. */
@AggregateRoot(type = "call-back-sample")
public final class CallBackSample {

    private static final int FEWEST_PLACES = 30;
    private static final int MOST_PLACES = 500;
    private static final int MOST_RECORDS = 20_000;
    private static final int MOST_NAMED = 2_000;
    private static final Pattern DETECTOR = Pattern.compile("[A-Z][A-Z_]{0,39}");
    private static final Pattern FINDING = Pattern.compile("[a-z0-9-]{1,64}\\.2\\d{3}-Q[1-4]\\.[0-9a-f]{1,64}");

    @AggregateIdentifier
    private CallBackSampleId id;

    private UnitId unit;
    private Set<AssistanceId> drawn;

    @SuppressWarnings("NullAway.Init")
    CallBackSample() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(DrawCallBackSample command, ReadOnlyAggregates consulted, ReportFigures figures, Policies policies) {
        FreeText.checkNewId(command.callBackSample());
        int size = Objects.requireNonNullElse(command.size(), FEWEST_PLACES);
        CALL_BACK_SAMPLE_HAS_A_USUAL_SIZE.require(
                size >= FEWEST_PLACES && size <= MOST_PLACES, FEWEST_PLACES, MOST_PLACES);
        CallBackSelection selection = Objects.requireNonNullElse(command.selection(), CallBackSelection.ALL);
        List<AssistanceId> named = command.records();
        DETECTOR_IS_NAMED_WITH_VERSION_AND_RECORDS.require(isSound(selection, named));
        NAMED_RECORDS_ARE_NOT_TOO_MANY.require(named == null || named.size() <= MOST_NAMED, MOST_NAMED);
        QuarterDays days = days(command, consulted, policies);
        RecordedHelp help = figures.helpIn(command.unit(), days, wanted(selection, named), MOST_RECORDS);
        requireNamed(help.records(), named);
        CALL_BACK_SAMPLE_IS_OF_SOME_BUT_NOT_TOO_MANY_RECORDS.require(
                !help.records().isEmpty(), MOST_RECORDS);
        apply(new CallBackSampleDrawn(
                command.callBackSample(),
                command.unit(),
                command.quarter(),
                selection,
                named,
                CallBackDraw.VERSION,
                size,
                CallBackDraw.draw(help.pin().chain(), size, help.records()),
                help.pin().chain(),
                help.pin().number(),
                days));
    }

    private static boolean isSound(CallBackSelection selection, @Nullable List<AssistanceId> named) {
        String detector = selection.detector();
        Integer version = selection.version();
        String finding = selection.finding();
        if (detector == null) {
            return version == null && finding == null;
        }
        return DETECTOR.matcher(detector).matches()
                && version != null
                && version > 0
                && (finding == null || FINDING.matcher(finding).matches())
                && named != null;
    }

    private static QuarterDays days(DrawCallBackSample command, ReadOnlyAggregates consulted, Policies policies) {
        consulted.ask(Unit.class, command.unit(), Unit::kind);
        return Authorities.periods(command.unit(), consulted, policies.calendar())
                .days(command.quarter(), Objects.requireNonNullElse(command.quarterDays(), DaysOfQuarter.REPORTING));
    }

    private static BiPredicate<TeamId, AssistanceId> wanted(
            CallBackSelection selection, @Nullable List<AssistanceId> named) {
        TeamId only = selection.team();
        Set<AssistanceId> among = named == null ? Set.of() : Set.copyOf(named);
        return (team, record) -> (only == null || only.equals(team)) && (named == null || among.contains(record));
    }

    private static void requireNamed(List<FrameRecord> records, @Nullable List<AssistanceId> named) {
        if (named != null) {
            Set<AssistanceId> known =
                    records.stream().map(FrameRecord::assistance).collect(Collectors.toSet());
            named.forEach(record -> NAMED_RECORD_COUNTS_IN_THE_QUARTER.require(known.contains(record), record.value()));
        }
    }

    @CommandHandler
    void decide(
            RecordCallBack command,
            CoWrittenAggregates alsoWritten,
            GrantedRights granted,
            Clock clock,
            @MetaDataValue(value = CommandMetadata.ACTOR, required = true) String actor) {
        CALLED_BACK_RECORD_IS_IN_THE_SAMPLE.require(
                drawn.contains(command.assistance()), command.assistance().value());
        alsoWritten.change(Assistance.class, command.assistance(), record -> {
            ACCOUNT_THAT_RECORDS_A_CALL_BACK_IS_NO_HELPERS.require(!isAHelpers(actor, record, granted, clock));
            record.calledBack(command.verifier(), command.result(), command.occurredAt(), clock);
        });
        apply(new CallBackAnswered(
                id, unit, command.assistance(), command.verifier(), command.result(), command.occurredAt()));
    }

    private static boolean isAHelpers(String actor, Assistance record, GrantedRights granted, Clock clock) {
        return AccountId.isWellFormed(actor)
                && granted.of(new AccountId(actor))
                        .personOn(VietnamTime.day(clock.instant()))
                        .map(LinkedPerson::member)
                        .filter(record::namesAsHelper)
                        .isPresent();
    }

    @EventHandler
    void evolve(CallBackSampleDrawn event) {
        id = event.callBackSample();
        unit = event.unit();
        drawn = event.strata().stream()
                .flatMap(stratum -> stratum.drawn().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @EventHandler
    void evolve(CallBackAnswered event) {
        // A record may be called back about again; the record itself knows the last result.
    }
}
