package vn.soto.domain.organisation;

import static vn.soto.domain.shared.CounterCommand.refusedBy;
import static vn.soto.domain.shared.CounterRule.EVENT_HAS_A_COUNTER_COMMAND;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import vn.soto.contracts.organisation.OrganisationEvent;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationCorrected;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationRegistered;
import vn.soto.contracts.organisation.OrganisationEvent.SupportBegun;
import vn.soto.contracts.organisation.OrganisationEvent.SupportCorrected;
import vn.soto.contracts.organisation.OrganisationEvent.SupportEnded;
import vn.soto.domain.organisation.OrganisationCommand.CorrectOrganisation;
import vn.soto.domain.organisation.OrganisationCommand.CorrectSupport;
import vn.soto.domain.organisation.OrganisationCommand.EndSupport;
import vn.soto.domain.organisation.OrganisationCommand.SupportTeam;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;

/** Counter-commands for the events of a supporting organisation. */
public final class OrganisationCounterCommands {

    private OrganisationCounterCommands() {}

    public static CounterCommand of(OrganisationEvent event, EarlierEvents earlier, String reason) {
        return switch (event) {
            case OrganisationRegistered registered -> refusedBy(EVENT_HAS_A_COUNTER_COMMAND);
            case OrganisationCorrected corrected ->
                earlier.restored(
                        before -> switch (before) {
                            case OrganisationRegistered first ->
                                Stream.of(new CorrectOrganisation(
                                        first.organisation(), first.name(), first.kind(), reason));
                            case OrganisationCorrected other ->
                                Stream.of(new CorrectOrganisation(
                                        other.organisation(), other.name(), other.kind(), reason));
                            default -> Stream.<CorrectOrganisation>empty();
                        },
                        command -> command,
                        EVENT_HAS_A_COUNTER_COMMAND);
            case SupportCorrected corrected -> correctBack(corrected, earlier, reason);
            case SupportBegun begun ->
                CounterCommand.of(new EndSupport(begun.organisation(), begun.team(), begun.effectiveFrom()));
            case SupportEnded ended ->
                CounterCommand.of(new SupportTeam(
                        ended.organisation(), ended.team(), ended.lastDay().plusDays(1)));
        };
    }

    /** The last day that was entered for the period before: of its end, or of an earlier correction. */
    private static CounterCommand correctBack(SupportCorrected corrected, EarlierEvents earlier, String reason) {
        Optional<LocalDate> lastDay = corrected.lastDay() == null
                ? Optional.empty()
                : earlier.last(before -> switch (before) {
                    case SupportEnded ended when ended.team().equals(corrected.team()) -> Stream.of(ended.lastDay());
                    case SupportCorrected other when corrected.corrects(other) -> Stream.ofNullable(other.lastDay());
                    default -> Stream.<LocalDate>empty();
                });
        return CounterCommand.of(new CorrectSupport(
                corrected.organisation(),
                corrected.team(),
                /* enteredFrom= */ corrected.effectiveFrom(),
                /* effectiveFrom= */ corrected.enteredFrom(),
                lastDay.isPresent() ? lastDay.get() : null,
                reason));
    }
}
