package vn.soto.command.privacy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.StatedReason;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.privacy.ReasonKey;

/**
 * The texts beside the reasons of commands that are under way, in memory only. A text is sealed when its command is
 * accepted, because only the events say whom the commit is about.
 */
public final class ReasonTexts {

    private final Map<UUID, String> held = new ConcurrentHashMap<>();
    private final Keyring keyring;
    private final ErasedSubjects erased;

    ReasonTexts(Keyring keyring, LedgerReader ledger) {
        this.keyring = keyring;
        this.erased = new ErasedSubjects(ledger);
    }

    /** Ends the hold on a text. */
    public record Held(Runnable release) implements AutoCloseable {

        @Override
        public void close() {
            release.run();
        }
    }

    /** @param text checked */
    public Held hold(UUID command, String text) {
        held.put(command, text);
        return new Held(() -> held.remove(command, text));
    }

    boolean holdsFor(UUID command) {
        return held.containsKey(command);
    }

    /**
     * The draft with the sealed text in its header; the same if the command has no text.
     *
     * @throws vn.soto.domain.shared.RuleViolatedException the commit is about somebody who is erased
     * @throws vn.soto.ledger.LedgerException.Unavailable the key of somebody whom it is about is destroyed or damaged
     */
    Draft sealed(Draft draft, UUID command) {
        String text = held.get(command);
        if (text == null
                || draft.reason() == null
                || !(StatedReason.parse(draft.reason()) instanceof StatedReason.Coded coded)) {
            return draft;
        }
        Set<Subject> subjects = subjects(draft);
        ReasonKey key = keyring.reasonKey(command, subjects).orElseThrow(() -> erased.refusal(subjects));
        return new Draft(
                draft.id(),
                draft.origin(),
                draft.actor(),
                new StatedReason.Coded(coded.code(), key.seal(text)).header(),
                draft.corrects(),
                draft.correlation(),
                draft.causation(),
                draft.events(),
                draft.guards());
    }

    private static Set<Subject> subjects(Draft draft) {
        return draft.events().stream()
                .flatMap(event -> event.tags().stream())
                .map(Subject::ofTag)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
