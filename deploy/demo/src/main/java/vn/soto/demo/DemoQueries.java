package vn.soto.demo;

import java.util.List;
import java.util.stream.Stream;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.shared.VietnamTime;

/** Queries of the loaded demo, to be pasted into a shell. */
public final class DemoQueries {

    private static final String CURL = "curl -s -u \"$(grep ^auditor: data/accounts)\" ";

    private DemoQueries() {}

    private record Query(String text, String path) {

        Stream<String> lines() {
            return Stream.of("# " + text, CURL + "'http://localhost:8080" + path + "'");
        }
    }

    /** A comment and a command per query. */
    public static List<String> lines() {
        return queries().stream().flatMap(Query::lines).toList();
    }

    private static List<Query> queries() {
        String quarter = "?quarter=" + Story.FIRST_QUARTER;
        String dashboard = "/api/dashboards/" + Story.DISTRICT + quarter;
        String figure = Indicators.code("S", ServiceCategory.DIGITAL_PAYMENT);
        return List.of(
                new Query("Huyện Bàu Bàng, quý IV/2024 / the district's last quarter of 2024", dashboard),
                new Query(
                        "Số liệu đã biết hết ngày 05/01/2025 / the same, as known when reports were due",
                        dashboard + "&asOf=" + VietnamTime.start(ReportScene.DUE.plusDays(1))),
                new Query(
                        "Bằng chứng của một chỉ tiêu, báo cáo nộp hai lần / what stands behind a figure of a report sent twice",
                        "/api/teams/%s/reports/%s/figures/%s?limit=1"
                                .formatted(twice().id(), Story.FIRST_QUARTER, figure)),
                new Query(
                        "Cùng quý, theo xã, phường từ 01/07/2025 / the same quarter in the communes since the reform",
                        "/api/dashboards/" + Story.CITY + quarter + "&boundaries=as-now"),
                new Query(
                        "Chưa xác định địa bàn mới / what the reform left undecided",
                        "/api/units/" + Story.CITY + "/undecided"));
    }

    private static Crew twice() {
        return new DemoScript().crews().get(Story.TWICE - 1);
    }
}
