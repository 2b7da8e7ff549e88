package vn.soto.contracts.stipend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.stipend.StipendStatementEvent.StipendStatementComputed;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

final class StipendContentTest {

    private static final TeamId TEAM = new TeamId("team-1");
    private static final MemberId LAN = new MemberId("m-lan");
    private static final MemberId MAI = new MemberId("m-mai");
    private static final LocalDate DAY = LocalDate.of(2026, 9, 12);

    private static StipendLine line(MemberId member, long amount, LocalDate... days) {
        return new StipendLine(
                TEAM, member, List.of(YearMonth.of(2026, 9)), List.of(days), List.of(), amount, List.of(4L));
    }

    private static StipendContent of(StipendLine... lines) {
        return StipendContent.of(List.of(1), List.of(lines), List.of());
    }

    private static StipendStatementComputed computed(StipendContent content) {
        return new StipendStatementComputed(
                new UnitId("u-commune"), StipendPeriod.parse("2026-09"), 1, content, 40, "ab".repeat(32), "can-bo");
    }

    @Test
    void addsItsLinesUp() {
        assertThat(of(line(LAN, 210_000), line(MAI, 60_000)).total()).isEqualTo(270_000);
    }

    @Test
    void countsAPersonOfTwoTeamsOnce() {
        StipendLine there = new StipendLine(
                new TeamId("team-2"), LAN, List.of(YearMonth.of(2026, 9)), List.of(), List.of(), 60_000, List.of(9L));
        StipendContent content = of(line(LAN, 210_000), line(MAI, 60_000), there);
        assertThat(content.lines()).hasSize(3);
        assertThat(content.people()).hasValue(2);
    }

    @Test
    void saysNothingOfPersonsWhereItPaysTeamsAlone() {
        StipendLine team =
                new StipendLine(TEAM, null, List.of(YearMonth.of(2026, 9)), List.of(), List.of(), 500_000, List.of(9L));
        assertThat(of(team).people()).isEmpty();
        assertThat(of(team, line(LAN, 210_000)).people()).hasValue(1);
        assertThat(of().people()).hasValue(0);
    }

    @Test
    void namesEachLineThatAFurtherVersionChanges() {
        StipendContent before = of(line(LAN, 60_000), line(MAI, 60_000));

        assertThat(of(line(LAN, 210_000, DAY)).amending(1, before).differences())
                .containsExactly(
                        new StipendDifference(TEAM, LAN, 60_000, 210_000), new StipendDifference(TEAM, MAI, 60_000, 0));
        assertThat(before.amending(1, of(line(LAN, 60_000))).differences())
                .containsExactly(new StipendDifference(TEAM, MAI, 0, 60_000));
        assertThat(before.amending(1, before).differences()).isEmpty();
    }

    @Test
    void hasAHashOfAllThatItSays() {
        StipendContent content = of(line(LAN, 60_000), line(MAI, 60_000));
        String hash = computed(content).hash();

        assertThat(hash)
                .as("the form in FORMAT.md, which never changes")
                .isEqualTo("ef1ca144841fa7fd0973fdeae766d806e7eb89a3f31fd2c8d2a9b16697cb4035");
        assertThat(computed(of(line(LAN, 60_000), line(MAI, 60_001))).hash()).isNotEqualTo(hash);
        assertThat(computed(of(line(LAN, 60_000), line(MAI, 60_000, DAY))).hash())
                .isNotEqualTo(hash);
        assertThat(computed(content.amending(1, content)).hash()).isNotEqualTo(hash);
    }

    @Test
    void showsWhatItSaysOfOneMember() {
        StipendFinding found =
                new StipendFinding(StipendFindingKind.MEMBER_IN_TWO_TEAMS, TEAM, MAI, DAY, new TeamId("team-2"), null);
        StipendContent content =
                StipendContent.of(List.of(1), List.of(line(LAN, 60_000), line(MAI, 210_000, DAY)), List.of(found));

        StipendContent own = computed(content).concerning(LAN::equals).content();
        assertThat(own.lines()).containsExactly(line(LAN, 60_000));
        assertThat(own.total()).isEqualTo(60_000);
        assertThat(own.findings()).isEmpty();
        assertThat(computed(content).concerning(LAN::equals).hash())
                .isEqualTo(computed(content).hash());
    }
}
