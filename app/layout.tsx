import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { ThemeProvider } from "next-themes";
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "katex/dist/katex.min.css";
import "./styles/tokens.css";
import "./styles/global.css";
import { Footer } from "./components/Footer";
import { Header } from "./components/Header";
import { PasteBound } from "./components/PasteBound";
import styles from "./layout.module.css";
import { Offline } from "./offline/Offline";

export const metadata: Metadata = {
  title: {
    default: "Kernelwise: the arithmetic of convolutional networks",
    template: "%s · Kernelwise",
  },
  description:
    "Step through convolutions, forward and backward, one number at a time: worked problems with every cell explained.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#15161a" },
  ],
};

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en-GB" suppressHydrationWarning>
      <body>
        <ThemeProvider attribute="data-theme" disableTransitionOnChange>
          <a className={styles.skip} href="#content">
            Skip to the content
          </a>
          <Header />
          <main id="content" className={styles.main}>
            {children}
          </main>
          <Footer />
          <PasteBound />
          <Offline />
        </ThemeProvider>
      </body>
    </html>
  );
}
