package vn.soto.command.privacy;

import static vn.soto.domain.person.PersonRule.SUBJECT_IS_NOT_ERASED;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.soto.contracts.person.ErasureEvent;
import vn.soto.contracts.person.Subject;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledgerwriter.privacy.Keyring;

/** Reads erasures from the ledger. Zeros in a key store prove nothing, because somebody else may have written them. */
record ErasedSubjects(LedgerReader ledger) {

    private static final int AT_ONCE = 500;

    /** Those of the subjects that are erased; reads the whole list, which no ordinary command asks for. */
    Set<Subject> among(Collection<Subject> subjects) {
        Set<String> wanted = subjects.stream().map(Subject::toString).collect(Collectors.toSet());
        Set<String> found = new HashSet<>();
        List<StoredEvent> page = ledger.aggregate(ErasureEvent.LIST, 0, AT_ONCE);
        for (long next = AT_ONCE; !page.isEmpty(); next += AT_ONCE) {
            page.forEach(stored -> found.addAll(stored.event().tags()));
            page = ledger.aggregate(ErasureEvent.LIST, next, AT_ONCE);
        }
        found.retainAll(wanted);
        return found.stream().map(Subject::parse).collect(Collectors.toSet());
    }

    /** Why nothing is sealed for these subjects, of whom one has no key any more: the ledger erased it, or somebody else destroyed it. */
    RuntimeException refusal(Collection<Subject> subjects) {
        return among(subjects).isEmpty() ? Keyring.damaged() : SUBJECT_IS_NOT_ERASED.refused();
    }
}
