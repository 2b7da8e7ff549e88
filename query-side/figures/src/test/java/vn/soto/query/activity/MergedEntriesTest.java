package vn.soto.query.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MergedEntriesTest {

    @Test
    void theEntriesOfAllSourcesComeInOrderAndEachSourceIsOpenedWhenItMayBeNext() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            List<MergedEntries.Source<Long>> sources = new ArrayList<>();
            List<Long> all = new ArrayList<>();
            Set<Long> opened = new HashSet<>();
            for (int number = 0; number < random.nextInt(8); number++) {
                List<Long> entries = random.longs(random.nextInt(6), 100, 1_000)
                        .sorted()
                        .boxed()
                        .toList();
                long from = entries.isEmpty() ? random.nextLong(1_000) : entries.getFirst() - random.nextLong(100);
                all.addAll(entries);
                sources.add(new MergedEntries.Source<>(from, () -> {
                    opened.add(from);
                    return entries.iterator();
                }));
            }
            MergedEntries<Long> merged = new MergedEntries<>(sources, Long::longValue);
            List<Long> found = new ArrayList<>();
            while (merged.hasNext()) {
                long next = merged.next();
                found.add(next);
                assertThat(opened).as("seed %s", seed).allMatch(from -> from <= next);
            }
            assertThat(found)
                    .as("seed %s", seed)
                    .isEqualTo(all.stream().sorted().toList());
        }
    }
}
