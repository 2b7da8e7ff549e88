package vn.soto.ledgerwriter.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.soto.ledgerwriter.kept.KeptText;
import vn.soto.ledgerwriter.kept.KeptTexts;

/** Kept texts in memory; lost when the process ends. */
public final class MemoryKeptTexts implements KeptTexts {

    private final Map<UUID, KeptText> texts = new HashMap<>();

    @Override
    public synchronized void keep(KeptText text) {
        texts.put(text.id(), text);
    }

    @Override
    public synchronized List<KeptText> of(String owner, Instant now) {
        return texts.values().stream()
                .filter(text -> text.owner().equals(owner) && text.until().isAfter(now))
                .sorted(Comparator.comparing(KeptText::until).thenComparing(KeptText::id))
                .toList();
    }

    @Override
    public synchronized void remove(UUID id, String owner) {
        texts.values().removeIf(text -> text.id().equals(id) && text.owner().equals(owner));
    }

    @Override
    public synchronized void removeEnded(Instant now) {
        texts.values().removeIf(text -> !text.until().isAfter(now));
    }
}
