/** TeX in the colour of its role. */
export const kernel = (tex: string): string => `\\textcolor{kernel}{${tex}}`;
export const output = (tex: string): string => `\\textcolor{output}{${tex}}`;
export const gradient = (tex: string): string => `\\textcolor{gradient}{${tex}}`;
