package vn.soto.contracts.catalogue;

import static vn.soto.contracts.catalogue.ServiceCategory.AI_FOR_BUSINESS;
import static vn.soto.contracts.catalogue.ServiceCategory.CYBER_SAFETY;
import static vn.soto.contracts.catalogue.ServiceCategory.DIGITAL_PAYMENT;
import static vn.soto.contracts.catalogue.ServiceCategory.DIGITAL_SIGNATURE;
import static vn.soto.contracts.catalogue.ServiceCategory.E_COMMERCE;
import static vn.soto.contracts.catalogue.ServiceCategory.FIELD_REPORT;
import static vn.soto.contracts.catalogue.ServiceCategory.LEARNING;
import static vn.soto.contracts.catalogue.ServiceCategory.ONLINE_PUBLIC_SERVICE;
import static vn.soto.contracts.catalogue.ServiceCategory.OTHER;
import static vn.soto.contracts.catalogue.ServiceCategory.PROVINCIAL_APP;
import static vn.soto.contracts.catalogue.ServiceCategory.VNEID;

import java.time.LocalDate;
import java.util.List;
import vn.soto.contracts.shared.Instrument;

/**
 * Version 1 of the catalogue: the services of plan 6037/KH-UBND of Bình Dương. Each category has one service of its own
 * name for what no other of its services names. Valid in every ledger until its province adopts a version of its own.
 */
public final class PlanCatalogue {

    /** Day of the ministry's guidance 793/BTTTT-THH, which introduced the teams. */
    private static final LocalDate TEAMS_BEGAN = LocalDate.of(2022, 3, 5);

    private static final Instrument PLAN = new Instrument("6037/KH-UBND", LocalDate.of(2024, 10, 24));

    private static final ServiceCatalogue CATALOGUE = new ServiceCatalogue(
            1,
            List.of(
                    service(VNEID, "vneid-account", "Tài khoản định danh điện tử VNeID", "VNeID account"),
                    service(VNEID, "vneid-level-2", "Kích hoạt VNeID mức độ 2", "VNeID level 2"),
                    rest(VNEID, "VNeID", "VNeID"),
                    service(
                            ONLINE_PUBLIC_SERVICE,
                            "public-service-account",
                            "Tài khoản Cổng Dịch vụ công",
                            "Public service portal account"),
                    service(ONLINE_PUBLIC_SERVICE, "passport", "Cấp hộ chiếu trực tuyến", "Passport, online"),
                    service(
                            ONLINE_PUBLIC_SERVICE,
                            "driving-licence",
                            "Đổi giấy phép lái xe trực tuyến",
                            "Driving-licence exchange, online"),
                    service(
                            ONLINE_PUBLIC_SERVICE,
                            "residence",
                            "Đăng ký thường trú, tạm trú trực tuyến",
                            "Registration of residence, online"),
                    procedure("Dịch vụ công trực tuyến khác, theo mã thủ tục", "Other online procedure, by its code"),
                    rest(ONLINE_PUBLIC_SERVICE, "Dịch vụ công trực tuyến", "Online public services"),
                    service(
                            DIGITAL_PAYMENT,
                            "payment-account",
                            "Mở tài khoản thanh toán số",
                            "Digital payment account"),
                    service(DIGITAL_PAYMENT, "online-payment", "Thanh toán trực tuyến", "Online payment"),
                    rest(DIGITAL_PAYMENT, "Thanh toán số", "Digital payment"),
                    service(
                            DIGITAL_SIGNATURE,
                            "personal-signature",
                            "Đăng ký chữ ký số cá nhân",
                            "Personal digital signature"),
                    rest(DIGITAL_SIGNATURE, "Chữ ký số cá nhân", "Digital signatures"),
                    service(PROVINCIAL_APP, "binh-duong-so", "Cài đặt Bình Dương Số", "Bình Dương Số, installed"),
                    service(
                            PROVINCIAL_APP,
                            "binh-duong-so-jobs",
                            "Tìm việc làm trên Bình Dương Số",
                            "Job search in Bình Dương Số"),
                    service(
                            PROVINCIAL_APP,
                            "binh-duong-so-planning",
                            "Tra cứu quy hoạch trên Bình Dương Số",
                            "Planning look-up in Bình Dương Số"),
                    rest(PROVINCIAL_APP, "Ứng dụng của tỉnh", "The provincial app"),
                    service(
                            FIELD_REPORT,
                            "binh-duong-so-report",
                            "Phản ánh hiện trường trên Bình Dương Số",
                            "Field report in Bình Dương Số"),
                    rest(FIELD_REPORT, "Phản ánh hiện trường bằng cách khác", "Other field report"),
                    service(
                            CYBER_SAFETY,
                            "information-security",
                            "Kỹ năng an toàn thông tin",
                            "Information-security skills"),
                    rest(CYBER_SAFETY, "An toàn thông tin", "Cyber safety"),
                    service(LEARNING, "online-course", "Học trực tuyến", "Online learning"),
                    rest(LEARNING, "Học trực tuyến, kỹ năng số", "Digital skills"),
                    service(
                            E_COMMERCE,
                            "online-shop",
                            "Mở gian hàng trên sàn thương mại điện tử",
                            "Shop on an e-commerce platform"),
                    service(E_COMMERCE, "product-promotion", "Quảng bá sản phẩm trên mạng", "Product promotion online"),
                    rest(E_COMMERCE, "Thương mại điện tử", "E-commerce"),
                    service(AI_FOR_BUSINESS, "ai-in-production", "Ứng dụng AI trong sản xuất", "AI in production"),
                    service(AI_FOR_BUSINESS, "ai-in-business", "Ứng dụng AI trong kinh doanh", "AI in business"),
                    rest(AI_FOR_BUSINESS, "AI trong sản xuất kinh doanh", "AI in production and business"),
                    rest(OTHER, "Việc khác", "Other help")),
            PLAN,
            TEAMS_BEGAN);

    private PlanCatalogue() {}

    public static ServiceCatalogue version1() {
        return CATALOGUE;
    }

    private static Service service(ServiceCategory category, String code, String vi, String en) {
        return new Service(new ServiceCode(code), vi, en, category, TEAMS_BEGAN, null, false);
    }

    private static Service procedure(String vi, String en) {
        ServiceCode code = new ServiceCode("public-service-procedure");
        return new Service(code, vi, en, ONLINE_PUBLIC_SERVICE, TEAMS_BEGAN, null, true);
    }

    private static Service rest(ServiceCategory category, String vi, String en) {
        return new Service(ServiceCode.generic(category), vi, en, category, TEAMS_BEGAN, null, false);
    }
}
