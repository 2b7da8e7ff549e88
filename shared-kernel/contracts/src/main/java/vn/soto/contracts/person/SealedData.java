package vn.soto.contracts.person;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.business.BusinessEvent.BusinessCorrected;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.person.PersonEvent.HouseholdContactRecorded;
import vn.soto.contracts.person.PersonEvent.MemberProfileRecorded;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReceived;

/**
 * The sealed texts of an event and whose they are: an event names several subjects, and one of them has the key.
 *
 * @param subject under whose key they are sealed
 */
public record SealedData(Subject subject, List<Sealed> texts) {

    /** Empty for an event without any. */
    public static Optional<SealedData> of(DomainEvent event) {
        return switch (event) {
            case MemberProfileRecorded profile -> about(profile.subject(), profile.name(), profile.phone());
            case HouseholdContactRecorded contact ->
                about(contact.subject(), contact.headName(), contact.phone(), contact.address());
            case BusinessRegistered business -> about(Subject.of(business.business()), business.tradeName());
            case BusinessCorrected business -> about(Subject.of(business.business()), business.tradeName());
            case AssistanceRecorded help -> helped(help.beneficiary(), help.note());
            case AssistanceCorrected help -> helped(help.beneficiary(), help.note());
            case SupportRequestReceived request ->
                about(
                        Subject.of(request.household() == null ? request.request() : request.household()),
                        request.requesterName(),
                        request.phone(),
                        request.note());
            default -> Optional.empty();
        };
    }

    private static Optional<SealedData> helped(Beneficiary beneficiary, @Nullable Sealed note) {
        if (beneficiary.household() != null) {
            return about(Subject.of(beneficiary.household()), note);
        }
        return beneficiary.business() == null ? Optional.empty() : about(Subject.of(beneficiary.business()), note);
    }

    private static Optional<SealedData> about(Subject subject, @Nullable Sealed... texts) {
        List<Sealed> present = Stream.of(texts).filter(Objects::nonNull).toList();
        return present.isEmpty() ? Optional.empty() : Optional.of(new SealedData(subject, present));
    }
}
