/** Fonts, tokens and the base style, in that order; everything that draws imports this first. */
import '@fontsource-variable/inter/opsz.css';
import '@fontsource/ibm-plex-mono/500.css';
import '../components/generic/chineseFont.css';
import '../components/generic/tokens.css';
import '../components/generic/base.css';
