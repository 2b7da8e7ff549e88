package vn.soto.query.personfile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.household.Consent;
import vn.soto.contracts.household.ConsentEvent;
import vn.soto.contracts.household.ConsentEvent.ConsentCorrected;
import vn.soto.contracts.household.ConsentEvent.ConsentFlaggedMissing;
import vn.soto.contracts.household.ConsentEvent.ConsentRecorded;
import vn.soto.contracts.household.ConsentEvent.ConsentWithdrawalTakenBack;
import vn.soto.contracts.household.ConsentEvent.ConsentWithdrawn;
import vn.soto.contracts.household.ConsentPurpose;
import vn.soto.contracts.person.Subject;
import vn.soto.ledger.Commit;
import vn.soto.query.person.Persons;
import vn.soto.query.personfile.NamedEvents.Named;
import vn.soto.query.personfile.PersonFile.ConsentChange;
import vn.soto.query.personfile.PersonFile.ConsentLine;

/**
 * A household's consents with their evidence, and its withdrawals; of a witness nothing, because the consent is
 * another's.
 */
@Component
record ConsentLines(Persons persons) {

    List<ConsentLine> of(Subject subject, List<Named> events) {
        return events.stream()
                .flatMap(named -> named.event().stream()
                        .filter(ConsentEvent.class::isInstance)
                        .map(ConsentEvent.class::cast)
                        .filter(consent -> Subject.of(consent.household()).equals(subject))
                        .map(consent -> line(consent, named.commit())))
                .toList();
    }

    private ConsentLine line(ConsentEvent event, Commit commit) {
        return switch (event) {
            case ConsentRecorded recorded -> given(ConsentChange.GIVEN, recorded.consent(), null, commit);
            case ConsentCorrected corrected ->
                given(ConsentChange.CORRECTED, corrected.consent(), corrected.enteredOn(), commit);
            case ConsentWithdrawn withdrawn ->
                other(ConsentChange.WITHDRAWN, withdrawn.purpose(), withdrawn.effectiveFrom(), commit);
            case ConsentWithdrawalTakenBack back ->
                other(ConsentChange.WITHDRAWAL_TAKEN_BACK, back.purpose(), back.effectiveFrom(), commit);
            case ConsentFlaggedMissing missing ->
                other(ConsentChange.MISSING, missing.purpose(), missing.day(), commit);
        };
    }

    private ConsentLine given(ConsentChange change, Consent consent, @Nullable LocalDate entered, Commit commit) {
        return new ConsentLine(
                consent.purpose(),
                change,
                consent.textVersion(),
                consent.method(),
                persons.pseudonym(Subject.of(consent.witness())),
                consent.day(),
                entered,
                commit.number(),
                commit.at(),
                commit.actor());
    }

    private static ConsentLine other(ConsentChange change, ConsentPurpose purpose, LocalDate day, Commit commit) {
        return new ConsentLine(
                purpose, change, null, null, null, day, null, commit.number(), commit.at(), commit.actor());
    }
}
