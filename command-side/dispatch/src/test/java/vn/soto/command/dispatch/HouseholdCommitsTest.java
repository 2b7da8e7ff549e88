package vn.soto.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class HouseholdCommitsTest {

    @Test
    void findAllOfAHouseholdBeforeACommitAndHardlyAnyOfOthers() {
        HouseholdCommits commits = new HouseholdCommits();
        Map<String, List<Long>> expected = new HashMap<>();
        Random random = new Random(5);
        for (long number = 1; number <= 60_000; number++) {
            String household = "household:" + random.nextInt(20_000);
            commits.add(household, number, HelpDay.UNREAD);
            commits.add(household, number, HelpDay.UNREAD);
            expected.computeIfAbsent(household, first -> new ArrayList<>()).add(number);
        }

        int others = 0;
        for (Map.Entry<String, List<Long>> household : expected.entrySet()) {
            List<Long> before = household.getValue().stream()
                    .filter(number -> number < 40_000)
                    .toList();
            List<Long> found = commits.before(40_000, household.getKey(), HelpDay.UNREAD);
            assertThat(found).isSorted().containsAll(before);
            List<Long> inParts = new ArrayList<>(commits.between(0, 40_000, household.getKey(), HelpDay.UNREAD, 2));
            if (!inParts.isEmpty()) {
                inParts.addAll(commits.between(
                        inParts.getLast(), 40_000, household.getKey(), HelpDay.UNREAD, Integer.MAX_VALUE));
            }
            assertThat(inParts).isEqualTo(found);
            others += found.size() - before.size();
        }
        assertThat(others).isLessThan(60);
        assertThat(commits.before(60_001, "household:unknown", HelpDay.UNREAD)).isEmpty();
        assertThat(commits.bytes()).isLessThan(60_000L * 8 * 4);
    }
}
