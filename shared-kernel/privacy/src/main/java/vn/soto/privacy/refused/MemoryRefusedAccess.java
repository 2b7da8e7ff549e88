package vn.soto.privacy.refused;

import java.util.List;
import java.util.TreeMap;

/** The register in memory, for tests: it is lost with the process. */
public final class MemoryRefusedAccess implements RefusedAccessStore {

    private final TreeMap<Long, RefusedAccess> entries = new TreeMap<>();
    private long last;

    @Override
    public synchronized long add(RefusedAccess entry) {
        last++;
        entries.put(last, entry);
        if (entries.size() > MOST) {
            entries.pollFirstEntry();
        }
        return last;
    }

    @Override
    public synchronized boolean update(long number, RefusedAccess entry) {
        return entries.computeIfPresent(number, (key, before) -> entry) != null;
    }

    @Override
    public synchronized List<Numbered> latest(long before, int limit) {
        return entries.headMap(before, false).descendingMap().entrySet().stream()
                .limit(limit)
                .map(each -> new Numbered(each.getKey(), each.getValue()))
                .toList();
    }

    @Override
    public void close() {}
}
