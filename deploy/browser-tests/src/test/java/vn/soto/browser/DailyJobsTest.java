package vn.soto.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each job of people's days has a story that does it by clicking. The stories start processes; this only reads their names. */
@Tag("processes")
final class DailyJobsTest {

    private static final Map<Integer, String> JOBS = Map.ofEntries(
            Map.entry(1, "a visit to one of my households"),
            Map.entry(2, "a visit of yesterday to somebody found by name or reference, with an appointment"),
            Map.entry(3, "my household: who it is and what was done there"),
            Map.entry(4, "what I did this quarter, by day"),
            Map.entry(5, "correct the mode of a record, void another"),
            Map.entry(6, "take a request, record the visit with it, resolved"),
            Map.entry(7, "assign households without anybody, hand over all of one who leaves"),
            Map.entry(8, "outreach of yesterday and the size of the group"),
            Map.entry(9, "read the draft on a phone, write two sentences, submit, print"),
            Map.entry(10, "who has not recorded, which households were not helped"),
            Map.entry(11, "form a team with its people, neighbourhood and decision"),
            Map.entry(12, "three households by hand, a page of fifty visits"),
            Map.entry(13, "a workbook with faulty rows imported and taken back"),
            Map.entry(14, "today's work, late reports with the text for Zalo"),
            Map.entry(15, "one report returned, five accepted, consolidated and sent up"),
            Map.entry(17, "open, close and reopen a period, set a target, plan a campaign"),
            Map.entry(18, "a round from its opening to the published list, and a revocation"),
            Map.entry(19, "a good model: described, recommended, taken up"),
            Map.entry(20, "a sample of call-backs and ten answers"),
            Map.entry(21, "the stipend statement of a month to the payment list"),
            Map.entry(16, "a training with members of two teams, held last week"),
            Map.entry(22, "two hamlets merged, one split, until nothing is left to do"),
            Map.entry(23, "a plan of another approved, one refused with a reason"),
            Map.entry(24, "an account for a person: made, linked, given a role, locked, ended"),
            Map.entry(25, "a changed policy, a new service in the catalogue"),
            Map.entry(26, "from a figure to its events, hash and proof"),
            Map.entry(27, "who changed a household, the corrections of a commune in a month"),
            Map.entry(28, "a list taken to a spreadsheet; the file of a household, erased by two"));

    private static final List<Class<?>> STORIES = List.of(
            AdministrationStoriesIT.class,
            CreationStoriesIT.class,
            DailyJobsIT.class,
            OfficerStoriesIT.class,
            PersonStoriesIT.class,
            RecordingIT.class,
            ReorganisationStoryIT.class,
            StoriesIT.class);

    private static Stream<DailyJob> stories() {
        return STORIES.stream()
                .flatMap(stories -> Arrays.stream(stories.getDeclaredMethods()))
                .filter(story -> story.isAnnotationPresent(Test.class) && story.isAnnotationPresent(DailyJob.class))
                .map(story -> story.getAnnotation(DailyJob.class));
    }

    @Test
    void eachJobIsDoneByClicking() {
        assertThat(stories()
                        .flatMapToInt(story -> Arrays.stream(story.value()))
                        .distinct()
                        .sorted()
                        .boxed()
                        .toList())
                .isEqualTo(JOBS.keySet().stream().sorted().toList());
    }
}
