/** Tables as files for spreadsheets, written row by row. */
@NullMarked
package vn.soto.page.file;

import org.jspecify.annotations.NullMarked;
