/** Official papers as tagged PDF files, in the layout of decree 30/2020: the same content gives the same bytes. */
@NullMarked
package vn.soto.paper;

import org.jspecify.annotations.NullMarked;
