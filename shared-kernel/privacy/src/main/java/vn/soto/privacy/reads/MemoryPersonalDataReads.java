package vn.soto.privacy.reads;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The register in memory, for tests and for ledgers without personal data: it is lost with the process. */
public final class MemoryPersonalDataReads implements PersonalDataReads {

    private final List<PersonalDataRead> all = new ArrayList<>();

    @Override
    public synchronized void append(List<PersonalDataRead> reads) {
        all.addAll(reads);
    }

    @Override
    public synchronized Found find(Search search) {
        String before = search.before();
        int end = before == null ? all.size() : Math.min(all.size(), Integer.parseInt(before));
        return Found.of(
                IntStream.iterate(end - 1, index -> index >= 0, index -> index - 1)
                        .filter(index -> matches(all.get(index), search))
                        .limit(search.limit() + 1L)
                        .mapToObj(index -> new Entry(Integer.toString(index), all.get(index)))
                        .toList(),
                search.limit());
    }

    private static boolean matches(PersonalDataRead read, Search search) {
        return (search.subject() == null || read.subject().equals(search.subject()))
                && (search.account() == null || read.account().equals(search.account()))
                && (search.from() == null || !read.at().isBefore(search.from()))
                && (search.until() == null || read.at().isBefore(search.until()));
    }

    @Override
    public void close() {}
}
