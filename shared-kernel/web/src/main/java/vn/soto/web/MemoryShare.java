package vn.soto.web;

/**
 * The parts of the heap that caches fill at most. Together they are an eighth of the heap's maximum, so that a small machine keeps little.
 * They are never more than 176 MB, a sixth of the memory that the product of a province may take.
 */
public enum MemoryShare {
    /** Decoded documents of the file of read models. */
    READ_MODELS(64),
    /** The days of help that commands look up. */
    COMMAND_INDEX(52),
    /** Figures of teams that were derived last. */
    FIGURES(20),
    /** Answers as trees, for pages. */
    PAGE_ANSWERS(12),
    /** Pages that tell of no person. */
    PAGES(8),
    /** Answers as they are sent. */
    ANSWERS(8),
    /** Answers that several pages of one moment show. */
    ANSWERS_OF_PAGES(4),
    /** Days of reports that were added up. */
    CONSOLIDATIONS(4),
    /** Answers to those who have no account. */
    OPEN_ANSWERS(4);

    private static final long MOST = 176_000_000;

    private static final int PART_OF_HEAP = 8;

    private final int weight;

    MemoryShare(int weight) {
        this.weight = weight;
    }

    /** Of the heap of this process. */
    public long bytes() {
        return bytes(Runtime.getRuntime().maxMemory());
    }

    /** @param heap most bytes of it */
    long bytes(long heap) {
        int all = 0;
        for (MemoryShare share : values()) {
            all += share.weight;
        }
        return Math.min(MOST, heap / PART_OF_HEAP) * weight / all;
    }
}
