package vn.soto.contracts.people;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The people of a unit of whom a number is stated. Those with a whole are a part of it, and are the lines of the movement
 * “Bình dân học vụ số”. The name is stored and never changes.
 */
public enum People {
    /** dân số */
    RESIDENTS,
    /** người từ đủ 18 tuổi */
    ADULTS,
    /** học sinh, sinh viên */
    PUPILS,
    /** cán bộ, công chức, viên chức */
    OFFICIALS,
    /** người lao động trong doanh nghiệp */
    WORKERS,
    /** người trưởng thành được xác nhận đạt phổ cập kỹ năng số trên VNeID */
    CONFIRMED_ADULTS(ADULTS),
    /** người trưởng thành có kiến thức, kỹ năng số cơ bản */
    SKILLED_ADULTS(ADULTS),
    SKILLED_PUPILS(PUPILS),
    SKILLED_OFFICIALS(OFFICIALS),
    SKILLED_WORKERS(WORKERS);

    private final @Nullable People whole;

    People() {
        this(null);
    }

    People(@Nullable People whole) {
        this.whole = whole;
    }

    /** Those of whom they are a part; empty for a whole. */
    public Optional<People> whole() {
        return Optional.ofNullable(whole);
    }

    /** The five lines of the movement, in the order of reports. */
    public static List<People> lines() {
        return List.of(CONFIRMED_ADULTS, SKILLED_ADULTS, SKILLED_PUPILS, SKILLED_OFFICIALS, SKILLED_WORKERS);
    }
}
