package vn.soto.domain.stipend;

import static vn.soto.domain.shared.CounterRule.EVENT_HAS_A_COUNTER_COMMAND;
import static vn.soto.domain.shared.CounterRule.EVENT_IS_NOT_FINAL;

import java.util.stream.Stream;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.stipend.MobilisationEvent;
import vn.soto.contracts.stipend.MobilisationEvent.MobilisationCorrected;
import vn.soto.contracts.stipend.MobilisationEvent.MobilisationRecorded;
import vn.soto.contracts.stipend.MobilisationEvent.MobilisationStated;
import vn.soto.contracts.stipend.MobilisationEvent.MobilisationWithdrawn;
import vn.soto.contracts.stipend.StipendPolicyEvent;
import vn.soto.contracts.stipend.StipendPolicyEvent.StipendPolicyAdopted;
import vn.soto.contracts.stipend.StipendPolicyEvent.StipendPolicyWithdrawn;
import vn.soto.contracts.stipend.StipendStatementEvent;
import vn.soto.contracts.stipend.StipendStatementEvent.StipendStatementApproved;
import vn.soto.contracts.stipend.StipendStatementEvent.StipendStatementComputed;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;
import vn.soto.domain.stipend.MobilisationCommand.CorrectMobilisation;
import vn.soto.domain.stipend.MobilisationCommand.RecordMobilisation;
import vn.soto.domain.stipend.MobilisationCommand.WithdrawMobilisation;
import vn.soto.domain.stipend.StipendPolicyCommand.AdoptStipendPolicy;
import vn.soto.domain.stipend.StipendPolicyCommand.WithdrawStipendPolicy;

/** Counter-commands for the events about stipends. */
public final class StipendCounterCommands {

    private StipendCounterCommands() {}

    public static CounterCommand of(StipendPolicyEvent event, EarlierEvents earlier, String reason) {
        return switch (event) {
            case StipendPolicyAdopted adopted ->
                CounterCommand.of(new WithdrawStipendPolicy(adopted.version(), reason));
            case StipendPolicyWithdrawn withdrawn ->
                earlier.restored(
                        before -> before instanceof StipendPolicyAdopted adopted && withdrawn.corrects(adopted)
                                ? Stream.of(adopted)
                                : Stream.empty(),
                        adopted ->
                                new AdoptStipendPolicy(adopted.terms(), adopted.instrument(), adopted.effectiveFrom()),
                        EVENT_HAS_A_COUNTER_COMMAND);
        };
    }

    public static CounterCommand of(MobilisationEvent event, EarlierEvents earlier, String reason) {
        return switch (event) {
            case MobilisationRecorded recorded ->
                CounterCommand.of(new WithdrawMobilisation(recorded.team(), recorded.member(), recorded.day(), reason));
            case MobilisationCorrected corrected ->
                earlier.restored(
                        before -> stated(before, corrected),
                        before -> new CorrectMobilisation(
                                before.team(),
                                before.member(),
                                before.day(),
                                before.shift(),
                                before.decision(),
                                reason),
                        EVENT_HAS_A_COUNTER_COMMAND);
            case MobilisationWithdrawn withdrawn ->
                earlier.restored(
                        before -> stated(before, withdrawn),
                        before -> new RecordMobilisation(
                                before.team(), before.member(), before.day(), before.shift(), before.decision()),
                        EVENT_HAS_A_COUNTER_COMMAND);
        };
    }

    private static Stream<MobilisationStated> stated(DomainEvent before, MobilisationEvent event) {
        return before instanceof MobilisationStated stated
                        && stated.member().equals(event.member())
                        && stated.day().equals(event.day())
                ? Stream.of(stated)
                : Stream.empty();
    }

    /** Computed and approved statements stay; a further version amends them. */
    public static CounterCommand of(StipendStatementEvent event) {
        return switch (event) {
            case StipendStatementComputed _, StipendStatementApproved _ -> CounterCommand.refusedBy(EVENT_IS_NOT_FINAL);
        };
    }
}
