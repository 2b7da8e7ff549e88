package vn.soto.contracts.shared;

/**
 * Why a command was sent. The name stands in the header of the commit and never changes; a code that is no longer offered
 * stays here, because commits have it.
 */
public enum ReasonCode {
    WRONG_ENTRY("Nhập sai", "Entered wrongly"),
    DUPLICATE("Bị trùng", "Entered twice"),
    NOT_DUPLICATE("Không phải bị trùng", "No duplicate after all"),
    MISSING_ENTRY("Nhập thiếu", "Something was left out"),
    LATER_KNOWN("Về sau mới biết", "Known only later"),
    NEVER_HAPPENED("Việc không diễn ra", "It did not happen"),
    OFFLINE("Không có mạng khi làm việc", "No network at the time"),
    WORKLOAD("Bận công việc", "Too much other work"),
    HEALTH("Lý do sức khỏe", "Health"),
    LEFT_AREA("Đã chuyển đi nơi khác", "Moved away"),
    LEFT_TEAM("Không còn ở tổ", "Left the team"),
    REQUEST_OF_PERSON("Theo yêu cầu của người dân", "Asked for by the person"),
    CONSENT_WITHDRAWN("Đã rút lại sự đồng ý", "Consent was withdrawn"),
    RETENTION_ENDED("Hết thời hạn lưu giữ", "The time of keeping has ended"),
    COURT_ORDER("Theo quyết định của tòa án", "Ordered by a court"),
    OFFICIAL_DECISION("Theo quyết định của cơ quan có thẩm quyền", "Decided by the authority"),
    REORGANISATION("Sắp xếp lại đơn vị, tổ", "Units or teams are reorganised"),
    OTHER_TEAM("Thuộc tổ khác phụ trách", "Another team is responsible"),
    NOT_IN_SCOPE("Ngoài phạm vi hỗ trợ của tổ", "Not what the teams help with"),
    NOT_REACHED("Không liên lạc được", "Could not be reached"),
    STILL_NEEDED("Vẫn còn cần hỗ trợ", "Help is still needed"),
    TOO_FEW_PEOPLE("Không đủ người tham gia", "Too few people came"),
    WEATHER("Thời tiết, thiên tai", "Weather"),
    VENUE("Không có địa điểm", "No place for it"),
    CONDUCT("Vi phạm quy chế của tổ", "Breach of the team's rules"),
    CHECKED("Đã kiểm tra, đồng ý", "Checked and agreed"),
    NEEDS_CHECKING("Cần kiểm tra thêm", "Needs checking"),
    NO_LONGER_NEEDED("Không còn cần nữa", "No longer needed"),
    DUTY_ASSIGNED("Được giao nhiệm vụ", "Given the duty"),
    DUTY_ENDED("Thôi nhiệm vụ", "No longer has the duty"),
    ACCOUNT_AT_RISK("Tài khoản có thể bị lộ", "The account may be in other hands"),
    PAPER_RECORDS("Có sổ giấy, hồ sơ giấy chưa nhập", "There are paper records that are not entered"),
    NOT_RECORDED_YET("Có lượt chưa kịp ghi vào sổ", "Some help is not recorded yet"),
    FIGURES_DOUBTFUL("Số liệu cần giải trình", "The figures need explaining"),
    TEXT_INCOMPLETE("Ý kiến, kiến nghị còn thiếu", "The text is incomplete"),
    PERSONAL_DATA("Có thông tin cá nhân trong ý kiến, kiến nghị", "The text has personal data"),
    /** Only of a record that its sender takes back within seconds of recording it. */
    JUST_RECORDED("Vừa ghi nhầm", "Recorded by mistake a moment ago"),
    OTHER("Lý do khác", "Another reason");

    private final String vietnamese;
    private final String english;

    ReasonCode(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    public String vietnamese() {
        return vietnamese;
    }

    public String english() {
        return english;
    }
}
