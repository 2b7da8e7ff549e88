package vn.soto.plans.imports.lookup;

import java.util.HashMap;
import java.util.Map;
import vn.soto.contracts.shared.Id;
import vn.soto.plans.imports.table.InvalidCellException;

/** Resolves the cells of one column to ids; each text is looked up once. */
public final class Lookup<T extends Id> {

    private final NameIndex<T> directory;
    private final String what;
    private final boolean residentialOnly;
    private final Map<String, NameIndex.Match<T>> known = new HashMap<>();

    /** @param what {@code unit} or {@code team}; part of the keys of texts */
    public Lookup(NameIndex<T> directory, String what, boolean residentialOnly) {
        this.directory = directory;
        this.what = what;
        this.residentialOnly = residentialOnly;
    }

    /** @param within names of containing units; may be empty */
    public NameIndex.Entry<T> find(String column, String text, String within) {
        String key = text + "\n" + within;
        NameIndex.Match<T> match = key.length() > NameIndex.LONGEST
                ? new NameIndex.Match.None<>(null)
                : known.computeIfAbsent(key, absent -> directory.find(text, within, residentialOnly));
        return switch (match) {
            case NameIndex.Match.Found<T> found -> found.entry();
            case NameIndex.Match.Several<T> several ->
                throw new InvalidCellException(
                        column, what + "-ambiguous", null, text, String.join("; ", several.titles()));
            case NameIndex.Match.None<T> none ->
                throw new InvalidCellException(column, what + "-unknown", none.nearest(), text);
        };
    }

    /** Forgets failed lookups after an addition, which may resolve them. */
    public void add(NameIndex.Entry<T> entry) {
        directory.add(entry);
        known.clear();
    }
}
