package vn.soto.contracts.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HashedPartsTest {

    private static final List<String> KEYS =
            IntStream.range(0, 20_000).mapToObj(number -> "key-" + number).toList();

    @Test
    void oneHasAllKeysUnderAnEmptyName() {
        assertThat(HashedParts.ONE.names()).containsExactly("");
        assertThat(KEYS).allSatisfy(key -> assertThat(HashedParts.ONE.name(key)).isEmpty());
    }

    @Test
    void onePartMoreTakesKeysFromOneOtherAlone() {
        Set<String> used = new HashSet<>(HashedParts.ONE.names());
        HashedParts parts = HashedParts.ONE;
        while (parts.count() < 70) {
            HashedParts longer = parts.longer();
            for (String key : KEYS) {
                boolean stays = longer.name(key).equals(parts.name(key));
                assertThat(stays).isNotEqualTo(parts.name(key).equals(parts.divided()));
            }
            List<String> made = longer.names().stream().filter(used::add).toList();
            assertThat(made).as("names that were never used before").hasSize(2);
            assertThat(longer.names()).doesNotContain(parts.divided()).hasSize(longer.count());
            parts = longer;
        }
    }

    /** One more for each full part: their number follows that of the keys, and none has many times the mean. */
    @Test
    void partsStaySmallHoweverManyKeysThereAre() {
        int most = 64;
        HashedParts parts = HashedParts.ONE;
        Map<String, Set<String>> content = new HashMap<>();
        int largest = 0;
        for (String key : KEYS) {
            Set<String> part = content.computeIfAbsent(parts.name(key), name -> new HashSet<>());
            part.add(key);
            largest = Math.max(largest, part.size());
            if (HashedParts.areFull(part.size() - 1, part.size(), most)) {
                HashedParts longer = parts.longer();
                content.getOrDefault(parts.divided(), Set.of())
                        .forEach(moved -> content.computeIfAbsent(longer.name(moved), name -> new HashSet<>())
                                .add(moved));
                content.remove(parts.divided());
                parts = longer;
            }
        }
        assertThat(parts.count()).isBetween(KEYS.size() / (2 * most), KEYS.size() / (most / 2));
        assertThat(largest).isLessThan(5 * most);
        assertThat(content.values().stream().mapToInt(Set::size).sum()).isEqualTo(KEYS.size());
    }
}
