package vn.soto.query.personfile;

import java.util.List;
import java.util.Locale;
import vn.soto.contracts.person.DataRequestStep;
import vn.soto.query.datarequest.DataRequestView;
import vn.soto.query.personfile.PersonFile.ConsentChange;
import vn.soto.web.Language;

/**
 * The titles in a printed file.
 *
 * @param columns titles of the six columns
 */
record FileWords(
        List<String> columns,
        String subject,
        String asOf,
        String erased,
        String restricted,
        String consents,
        String dataRequests,
        String stands,
        String reports,
        String events,
        String reads,
        boolean english) {

    private static final FileWords VIETNAMESE = new FileWords(
            List.of("Phần", "Ngày", "Nội dung", "Chi tiết", "Người ghi hoặc người xem", "Lần ghi"),
            "Chủ thể dữ liệu",
            "Theo sổ đến lần ghi",
            "Đã xóa dữ liệu cá nhân",
            "Đang hạn chế xử lý dữ liệu",
            "Sự đồng ý",
            "Yêu cầu về dữ liệu",
            "Có tên trong",
            "Báo cáo có tính đến",
            "Điều đã ghi",
            "Lượt xem dữ liệu",
            false);

    private static final FileWords ENGLISH = new FileWords(
            List.of("Part", "Day", "What", "Details", "Recorded or read by", "Commit"),
            "Data subject",
            "By the ledger up to commit",
            "Personal data erased",
            "Processing is restricted",
            "Consents",
            "Requests about the data",
            "Recorded in",
            "Counted by reports",
            "Recorded events",
            "Reads of the data",
            true);

    static FileWords in(Locale language) {
        return Language.isEnglish(language) ? ENGLISH : VIETNAMESE;
    }

    String change(ConsentChange change) {
        return switch (change) {
            case GIVEN -> english ? "given" : "đồng ý";
            case CORRECTED -> english ? "corrected" : "đính chính";
            case WITHDRAWN -> english ? "withdrawn" : "rút lại đồng ý";
            case WITHDRAWAL_TAKEN_BACK -> english ? "withdrawal taken back" : "hủy lần rút lại ghi nhầm";
            case MISSING -> english ? "missing" : "chưa có đồng ý";
        };
    }

    String state(DataRequestView request) {
        String state = switch (request.state()) {
            case RECEIVED -> english ? "received" : "đã tiếp nhận";
            case ANSWERED -> english ? "answered" : "đã trả lời";
            case CARRIED_OUT -> english ? "carried out" : "đã thực hiện";
            case REFUSED -> english ? "refused" : "đã từ chối";
        };
        DataRequestStep late = request.late();
        return late == null ? state : state + (english ? ", late" : ", muộn hạn");
    }
}
