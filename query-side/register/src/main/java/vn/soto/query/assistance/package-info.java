/** One record of help: its current content, its earlier versions and its flags. */
@NullMarked
package vn.soto.query.assistance;

import org.jspecify.annotations.NullMarked;
