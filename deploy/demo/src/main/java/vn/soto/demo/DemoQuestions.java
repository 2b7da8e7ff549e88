package vn.soto.demo;

import java.util.List;
import java.util.stream.Stream;
import vn.soto.contracts.assistance.ServiceCategory;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.shared.VietnamTime;

/** Queries of the loaded demo, to be pasted into a shell. */
public final class DemoQuestions {

    private static final String CURL = "curl -s -u \"$(grep ^auditor: data/accounts)\" ";

    private DemoQuestions() {}

    private record Question(String text, String path) {

        Stream<String> lines() {
            return Stream.of("# " + text, CURL + "'http://localhost:8080" + path + "'");
        }
    }

    /** A comment and a command per query. */
    public static List<String> lines() {
        return questions().stream().flatMap(Question::lines).toList();
    }

    private static List<Question> questions() {
        String quarter = "?quarter=" + Story.FIRST_QUARTER;
        String dashboard = "/api/dashboards/" + Story.DISTRICT + quarter;
        String figure = Indicators.code("S", ServiceCategory.DIGITAL_SIGNATURE);
        return List.of(
                new Question("Huyện Bàu Bàng, quý IV/2024 / the district's last quarter of 2024", dashboard),
                new Question(
                        "Số liệu đã biết hết ngày 05/01/2025 / the same, as known when reports were due",
                        dashboard + "&asOf=" + VietnamTime.start(ReportScene.DUE.plusDays(1))),
                new Question(
                        "Bằng chứng của một chỉ tiêu, báo cáo nộp hai lần / what stands behind a figure of a report sent twice",
                        "/api/teams/%s/reports/%s/figures/%s?limit=1"
                                .formatted(twice().id(), Story.FIRST_QUARTER, figure)),
                new Question(
                        "Cùng quý, theo xã, phường từ 01/07/2025 / the same quarter in the communes since the reform",
                        "/api/dashboards/" + Story.CITY + quarter + "&boundaries=as-now"),
                new Question(
                        "Chưa xác định địa bàn mới / what the reform left undecided",
                        "/api/units/" + Story.CITY + "/undecided"));
    }

    private static Crew twice() {
        return new DemoScript().crews().get(Story.TWICE - 1);
    }
}
