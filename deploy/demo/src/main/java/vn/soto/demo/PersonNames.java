package vn.soto.demo;

import java.util.List;

/** Invents names as people in the district have them; whoever is really called so is meant by none. */
record PersonNames(Chance chance) {

    private static final List<String> FAMILY = List.of(
            "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi",
            "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Thạch", "Trương");

    private static final List<String> WOMEN = List.of(
            "Thị Lan",
            "Thị Mai",
            "Thị Hồng",
            "Thị Thu Hà",
            "Ngọc Ánh",
            "Thị Kim Loan",
            "Thị Bé",
            "Thanh Thúy",
            "Thị Tuyết",
            "Mỹ Duyên",
            "Thị Cúc",
            "Kim Phượng",
            "Thị Sáu",
            "Thị Nga",
            "Bích Trâm",
            "Thị Út",
            "Thị Diễm",
            "Như Quỳnh",
            "Thị Hạnh",
            "Thị Xuân");

    private static final List<String> MEN = List.of(
            "Văn Hùng",
            "Văn Ba",
            "Văn Tư",
            "Minh Tuấn",
            "Thanh Hải",
            "Văn Sơn",
            "Quốc Bảo",
            "Hữu Phước",
            "Văn Năm",
            "Đức Thắng",
            "Hoàng Long",
            "Văn Lợi",
            "Thành Đạt",
            "Văn Dũng",
            "Công Danh",
            "Tấn Phát",
            "Văn Út",
            "Trung Kiên",
            "Văn Hòa",
            "Thế Vinh");

    String next() {
        return chance.oneOf(FAMILY) + " " + chance.oneOf(chance.happens(0.5) ? WOMEN : MEN);
    }
}
