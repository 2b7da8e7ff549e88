package vn.soto.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.soto.plans.imports.table.Format;

/**
 * Row 11: a long list of households as a workbook and as CSV. It is read cell by cell in a process of its own with
 * little memory. Nothing is looked up and nothing recorded.
 */
final class FileBenchmark implements Benchmark {

    private static final List<String> TITLES =
            List.of("Địa bàn", "Mã hộ", "Tổ", "Người phụ trách", "Phân công từ ngày");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final int ROWS_OF_A_HAMLET = 200;
    private static final int FLUSH_ROWS = 1_000;
    private static final int WARM_UP = 2;
    private static final int PASSES = 7;

    private record FilePass(double cells, double seconds, double allocatedMegabytes, double peakMegabytes) {}

    @Override
    public void measure(BenchmarkRun session) throws Exception {
        int rows = session.sizes.fileRows();
        session.report.heading("Row 11: a file of " + Spread.number(rows) + " rows read, heap of 256 MB");
        session.report.line(
                "Passes after the first " + WARM_UP + " of a process; allocated is the garbage of a whole pass.");
        session.report.line("");
        session.report.columns(
                "format", "file MB", "cells", "cells/s", "s", "allocated MB", "bytes a cell", "peak memory MB");
        Path folder = session.folder("files");
        Path workbook = folder.resolve("list.xlsx");
        Path text = folder.resolve("list.csv");
        writeWorkbook(workbook, rows);
        Files.writeString(text, csv(rows), StandardCharsets.UTF_8);
        row(session, "XLSX", Format.XLSX, workbook);
        row(session, "CSV", Format.CSV, text);
    }

    private static void row(BenchmarkRun session, String name, Format format, Path file) throws IOException {
        List<FilePass> all = passes(format, file);
        List<FilePass> passes = all.subList(WARM_UP, all.size());
        double cells = passes.getFirst().cells;
        session.report.row(
                name,
                Spread.number(Files.size(file) / 1e6, 1),
                Spread.number((long) cells),
                Spread.of(passes, pass -> pass.cells / pass.seconds).text(0),
                Spread.of(passes, FilePass::seconds).text(2),
                Spread.of(passes, FilePass::allocatedMegabytes).text(0),
                Spread.number(passes.getFirst().allocatedMegabytes * 1e6 / cells, 0),
                Spread.of(passes, FilePass::peakMegabytes).text(0));
    }

    private static List<FilePass> passes(Format format, Path file) throws IOException {
        Process child = new ProcessBuilder(
                        Child.java(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FileReading.class.getName(),
                        format.name(),
                        file.toString(),
                        String.valueOf(PASSES))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<FilePass> passes = new ArrayList<>();
        try (Stream<String> lines = child.inputReader(StandardCharsets.UTF_8).lines()) {
            lines.filter(line -> line.startsWith(FileReading.MARK))
                    .map(line -> line.split(" ", -1))
                    .map(words -> new FilePass(
                            Double.parseDouble(words[1]),
                            Double.parseDouble(words[2]),
                            Double.parseDouble(words[3]),
                            Double.parseDouble(words[4])))
                    .forEach(passes::add);
        }
        if (passes.size() != PASSES) {
            throw new IOException("the file was read " + passes.size() + " times only");
        }
        return passes;
    }

    /** With shared texts and dates as numbers, as spreadsheets write them. */
    private static void writeWorkbook(Path file, int rows) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(file);
                Workbook workbook = new Workbook(bytes, "Benchmark", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Danh sách");
            for (int column = 0; column < TITLES.size(); column++) {
                sheet.value(0, column, TITLES.get(column));
            }
            for (int row = 1; row <= rows; row++) {
                List<String> texts = texts(row);
                for (int column = 0; column < texts.size(); column++) {
                    sheet.value(row, column, texts.get(column));
                }
                sheet.value(row, texts.size(), DAY);
                sheet.style(row, texts.size()).format("dd/MM/yyyy").set();
                if (row % FLUSH_ROWS == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static List<String> texts(int row) {
        int hamlet = row / ROWS_OF_A_HAMLET;
        return List.of("Ấp " + hamlet, "HO-" + row, "Tổ ấp " + hamlet, "m-" + row % ROWS_OF_A_HAMLET);
    }

    private static String csv(int rows) {
        StringBuilder text = new StringBuilder(String.join(";", TITLES)).append('\n');
        for (int row = 1; row <= rows; row++) {
            text.append(String.join(";", texts(row))).append(";02/03/2026\n");
        }
        return text.toString();
    }
}
